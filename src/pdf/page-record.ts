// A script for the browser out: run in the page that is printed, it gives the record that finishing and verifying compare with.

/**
 * Evaluates to a `PageRecord`. Left out is what the browser leaves out of the tags: `aria-hidden` and `hidden` content,
 * and whatever lies in pictures, for which their label speaks. Line feeds stand for `<br>` and around blocks.
 */
export const pageRecordScript = `(() => {
  const silent = 'script, style, template, noscript, title, desc, defs, [role="img"], [aria-hidden="true"], [hidden]'
  const block = /^(?:address|article|aside|blockquote|br|caption|d[dlt]|details|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|t(?:able|body|[dhr]|foot|head))$/
  const headings = []
  const languages = []
  let text = ''
  let main, head
  let language = document.documentElement.lang
  const speak = (next) => {
    language = next
    languages.push({ start: text.length, language })
  }
  const read = (node) => {
    if (node.nodeType === 3) text += node.data
    if (node.nodeType !== 1 || node.matches(silent)) return
    const apart = block.test(node.localName)
    if (apart) text += '\\n'
    const outer = language
    if (node.lang && node.lang !== outer) speak(node.lang)
    const start = text.length
    for (let kid = node.firstChild; kid; kid = kid.nextSibling) read(kid)
    if (/^h[1-6]$/.test(node.localName)) headings.push({ level: Number(node.localName[1]), text: text.slice(start) })
    if (node.localName === 'main') main ??= { start: head ?? start, end: text.length }
    if (node.matches('main > header')) head ??= text.length
    if (apart) text += '\\n'
    if (language !== outer) speak(outer)
  }
  read(document.body)
  return { text, headings, languages, ...(main && { main }) }
})()`
