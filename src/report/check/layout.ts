// Title, way back and content -> a whole page that needs nothing else: no script, no other file.
import { toolName, toolVersion } from '../../model/version.js'
import { type Html, html, nothing } from './html.js'
import { style } from './style.js'

interface Crumb {
  readonly title: string
  readonly href: string
}

export interface PageParts {
  readonly title: string
  /** Under the title. */
  readonly lead: Html
  readonly crumbs: readonly Crumb[]
  readonly content: Html
  /** Language of the title, when it is not English. */
  readonly titleLanguage?: string
}

export function page({ title, lead, crumbs, content, titleLanguage }: PageParts): string {
  const language = titleLanguage ?? 'en'
  const way =
    crumbs.length === 0
      ? nothing
      : html`<nav aria-label="Way back">${crumbs.map(({ title: name, href }) => html`<a href="${href}">${name}</a> <span aria-hidden="true">›</span> `)}</nav>`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Handout check</title>
<style>${style}</style>
</head>
<body>
<header>
${way}
<h1 lang="${language}" dir="auto">${title}</h1>
${lead}
</header>
<main>
${content}</main>
<footer>
<p>${toolName} ${toolVersion}. What is counted here helps people to look; it does not replace them.</p>
</footer>
</body>
</html>
`.text
}

/** A section with its heading; `id` can be linked to. */
export function section(id: string, title: string, ...content: readonly Html[]): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}
</section>
`
}
