// The HTML twins of a gallery -> one self-contained page that shows them one below the other, each as it is by itself.

export interface GalleryFrame {
  readonly name: string
  readonly language: string
  /** A whole page; it loads nothing. */
  readonly html: string
}

/** Frames have the policy of the page around them besides their own. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

const style = `body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff }
h1 { font-size: 1.6rem; line-height: 1.25 }
h2 { font-size: 1.2rem; margin: 2.5rem 0 0.5rem }
nav ul { margin: 0; padding-inline-start: 1.25rem; columns: 18rem }
a { color: #174a7c }
a:focus-visible, iframe:focus-visible { outline: 3px solid #174a7c; outline-offset: 2px }
iframe { display: block; box-sizing: border-box; width: 100%; height: 85vh; min-height: 30rem; border: 1px solid #767676; background: #fff; resize: vertical; overflow: auto }`

/** The page. */
export function galleryPage(title: string, language: string, frames: readonly GalleryFrame[]): string {
  const links = frames.map(({ name }, index) => `<li><a href="#look-${index}">${escapeHtml(name)}</a></li>`)
  const sections = frames.map(
    ({ name, language: of, html }, index) => `<section aria-labelledby="look-${index}">
<h2 id="look-${index}">${escapeHtml(name)}</h2>
<iframe title="${escapeHtml(name)}" lang="${escapeHtml(of)}" sandbox srcdoc="${escapeHtml(html)}"></iframe>
</section>`,
  )
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${style}</style></head>
<body>
<header><h1>${escapeHtml(title)}</h1></header>
<nav aria-label="${escapeHtml(title)}"><ul>
${links.join('\n')}
</ul></nav>
<main>
${sections.join('\n')}
</main>
</body></html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
