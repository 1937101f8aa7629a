// One element of an SVG -> whether it draws, and what of it could run or lead outside.
import { imageSize } from 'image-size'
import { maxMegapixels } from './limits.js'

/** Elements that draw or say what is drawn. What is not named is left out. */
const drawing = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image style switch ' +
    'linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB ' +
    'feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight ' +
    'feTile feTurbulence'
  ).split(' '),
)

/** Elements that run, fetch, or hold pages of another kind. */
const active: Readonly<Record<string, string>> = {
  script: 'a script',
  handler: 'a script',
  listener: 'a script',
  foreignobject: 'an embedded page',
  iframe: 'an embedded page',
  object: 'an embedded page',
  embed: 'an embedded page',
  audio: 'sound',
  video: 'a film',
  link: 'an outside reference',
  a: 'a link',
}

export function isElementOfDrawing(name: string): boolean {
  return drawing.has(name)
}

/** What makes an element refused, in words that complete “an SVG with …”. */
export function activePart(
  name: string,
  attributes: Readonly<Record<string, string>>,
  text: string,
): string | undefined {
  const named = active[name.toLowerCase().replace(/^.*:/, '')]
  if (named) return named
  if (!isElementOfDrawing(name)) return undefined
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === 'xml:base') return 'an outside reference'
    // Editors keep notes in attributes of their own, which are left out.
    if (attribute === 'xmlns' || (attribute.includes(':') && attribute !== 'xlink:href')) continue
    const local = attribute.toLowerCase().replace(/^.*:/, '')
    if (local.startsWith('on')) return `a script in \`${attribute}\``
    if (local === 'href' || local === 'src') {
      const problem = name === 'image' ? pictureInside(value) : leadsOutside(value)
      if (problem) return problem
    } else if (stylesLeadOutside(value)) return 'an outside reference'
  }
  return name === 'style' && stylesLeadOutside(text) ? 'an outside reference' : undefined
}

function leadsOutside(reference: string): string | undefined {
  return reference.trim() === '' || reference.trim().startsWith('#') ? undefined : 'an outside reference'
}

/** A picture inside a picture is PNG or JPEG in the text itself, within the same bounds. */
function pictureInside(reference: string): string | undefined {
  const data = /^\s*data:image\/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]*)$/.exec(reference)
  if (!data) return leadsOutside(reference)
  try {
    const { width, height, type } = imageSize(Buffer.from(data[1] ?? '', 'base64'))
    if (type !== 'png' && type !== 'jpg') return `a ${type} picture`
    if (width * height > maxMegapixels * 1e6) return `a picture of over ${maxMegapixels} megapixels`
    return undefined
  } catch {
    return 'a picture that cannot be read'
  }
}

/** Escapes can spell `url` in other ways, and drawings do not need them. */
function stylesLeadOutside(css: string): boolean {
  if (/\\/.test(css) && /[(@]|\\[0-9a-f]/i.test(css)) return true
  if (/@(?:import|font-face|namespace)\b/i.test(css)) return true
  if (/(?:image-set|(?<![\w-])image|(?<![\w-])src|element|paint)\s*\(/i.test(css)) return true
  return [...css.matchAll(/url\(\s*(["']?)\s*([^)"']*)/gi)].some(
    ([, , address = '']) => !address.startsWith('#'),
  )
}
