// A language as a PDF writes it in, whether it is a language tag out.

/** A tag by RFC 3066, as PDF 1.7 wants it; BCP 47 tags have the same shape. */
const tag = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/

export function isLanguageTag(value: string): boolean {
  return tag.test(value)
}
