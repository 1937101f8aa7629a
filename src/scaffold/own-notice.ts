// A language and the name of an organization -> its own words for the notice `general`.

/** By language; those of the tool's labels. */
const texts: Readonly<Record<string, string>> = {
  en: 'For learning only. This page does not replace advice from your own clinician at {name}.',
  es: 'Solo para informarse. No reemplaza los consejos de su profesional de la salud en {name}.',
  fr: 'Pour votre information. Cette feuille ne remplace pas l’avis de votre soignant, {name}.',
  vi: 'Chỉ để tìm hiểu thêm. Tờ này không thay thế lời khuyên của nhân viên y tế tại {name}.',
  'zh-Hans': '仅供了解。本页不能代替{name}医护人员给您的建议。',
  ar: 'هذه الورقة للتوعية فقط، ولا تغني عن نصيحة فريقك الطبي في {name}.',
}

/** The notice as Markdown, or undefined for a language without one. */
export function ownNotice(language: string, name: string): string | undefined {
  const text = texts[language]
  return text && `${text.replace('{name}', name.replace(/[\\`*_[\]<>#:|~&]/g, '\\$&'))}\n`
}
