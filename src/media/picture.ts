// Bytes of a picture -> its media type and size, read from the header alone; or the reason it cannot be printed.
import { imageSize } from 'image-size'

/** Pictures larger than this are refused before anything is decoded: a 48 KB file can unpack to gigabytes. */
const maxMegapixels = 25

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
}

/** What in an SVG could run or fetch something. */
const activeSvg =
  /<script\b|\son[a-z]+\s*=|<foreignObject\b|<!ENTITY|(?:href|src)\s*=\s*["']?\s*(?!#|data:image\/(?:png|jpeg))[^"'\s>]|url\(\s*["']?(?!#)|@import/i

export type PictureReading =
  | { readonly mediaType: string; readonly width: number; readonly height: number }
  | { readonly problem: string; readonly hint: string }

/** Reads type and size of a picture from its header. PNG, JPEG and SVG are allowed. */
export function readPicture(bytes: Uint8Array): PictureReading {
  let size: ReturnType<typeof imageSize>
  try {
    size = imageSize(bytes)
  } catch {
    return {
      problem: 'is not a picture that can be read',
      hint: 'Use a PNG, JPEG or SVG file; open it in a viewer to see whether it is whole.',
    }
  }
  const mediaType = mediaTypes[size.type ?? '']
  if (mediaType === undefined)
    return { problem: `is a ${size.type} picture`, hint: 'Save it as PNG, JPEG or SVG.' }
  if (!(size.width > 0 && size.height > 0))
    return { problem: 'has no size', hint: 'Give the picture a width and a height.' }
  if (mediaType === 'image/svg+xml') {
    const text = Buffer.from(bytes).toString('utf8')
    if (activeSvg.test(text.replace(/\sxmlns(?::\w+)?\s*=\s*(["'])[^"']*\1/g, '')))
      return {
        problem: 'is an SVG with a script or an outside reference',
        hint: 'Export it as plain SVG, without scripts, links, embedded pages or outside files.',
      }
  } else if (size.width * size.height > maxMegapixels * 1e6) {
    return {
      problem: `is ${size.width} × ${size.height} pixels, over ${maxMegapixels} megapixels`,
      hint: 'Scale it down; 300 pixels an inch are enough for print.',
    }
  }
  return { mediaType, width: size.width, height: size.height }
}
