// Words -> words that are safe in HTML; codes of languages -> their English names.

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** For a value between double quotes. */
export function attribute(text: string): string {
  return escapeHtml(text).replace(/"/g, '&quot;')
}

/** Path inside the output folder -> the address of a link. */
export function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
