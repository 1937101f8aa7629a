// The logo of an organization -> what would make it print badly, at its line of organization.yaml.
import type { VFileMessage } from 'vfile-message'
import { fault } from '../../model/message.js'
import type { Organization } from '../../model/organization.js'
import type { OrganizationReading } from '../organizations.js'

/** Largest size of the logo in the head of a page, in points; `templates/styles/20-head.css` has the same. */
const printed = { width: 150, height: 38 }
/** Dots an inch below which edges look soft on paper. */
const leastResolution = 150
/** A logo is carried by every handout. */
const mostBytes = 500 * 1024

/** Remarks about resolution, weight, words inside it, and its description. */
export function judgeLogo(
  { logo }: Pick<Organization, 'logo'>,
  placeOf: OrganizationReading['placeOf'],
): VFileMessage[] {
  if (!logo) return []
  const messages: VFileMessage[] = []
  const report = (rule: string, key: 'file' | 'alt', reason: string, hint: string) => {
    const { file, place } = placeOf(['logo', key])
    messages.push(fault({ rule, reason, hint, place, file, severity: 'warning' }))
  }
  const { picture, alt } = logo
  const { width, height, bytes, mediaType } = picture
  // A wide logo is as wide as may be, any other as high.
  const inches = Math.min(printed.height, (printed.width * height) / width) / 72
  const resolution = Math.floor(height / inches)
  if (mediaType === 'image/svg+xml') {
    if (/<(?:text|tspan|textPath)[\s>]/.test(Buffer.from(bytes).toString('utf8')))
      report(
        'logo-text',
        'file',
        'The logo has words set in a font, which look different on every machine.',
        'Turn them into paths in the drawing program.',
      )
  } else if (resolution < leastResolution)
    report(
      'logo-small',
      'file',
      `The logo is ${width} × ${height} pixels: ${resolution} dots an inch on paper, and edges look soft below ${leastResolution}.`,
      `Use one of at least ${Math.ceil(leastResolution * inches)} pixels in height, or an SVG.`,
    )
  if (bytes.length > mostBytes)
    report(
      'logo-heavy',
      'file',
      `The logo is ${Math.round(bytes.length / 1024)} KB, and every handout carries it.`,
      `Scale it down to less than ${mostBytes / 1024} KB; ${Math.ceil(300 * inches)} pixels in height are enough.`,
    )
  const widest = width / height
  if (widest > (2 * printed.width) / printed.height || widest < 1 / 3)
    report(
      'logo-shape',
      'file',
      `The logo is ${widest > 1 ? 'so wide' : 'so narrow'} that it prints very small.`,
      'Use a form of it that is between a third and eight times as wide as it is high.',
    )
  if (/\.(?:svg|png|jpe?g)$|^(?:image|picture|logo|icon)$/i.test(alt.trim()))
    report(
      'logo-alt',
      'alt',
      `\`${alt}\` does not say whose logo it is.`,
      'Write the name of the organization and “logo”.',
    )
  return messages
}
