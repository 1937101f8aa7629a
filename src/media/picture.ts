// Bytes of a picture -> its media type and size, read from the header alone; or the reason it cannot be printed.
import { imageSize } from 'image-size'
import { maxMegapixels } from './limits.js'
import { cleanSvg } from './svg.js'

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
}

export type PictureReading =
  | {
      readonly mediaType: string
      readonly width: number
      readonly height: number
      /** What is printed: a drawing is cleaned first. */
      readonly bytes: Uint8Array
    }
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
    const svg = cleanSvg(textOf(bytes))
    if ('problem' in svg) return svg
    return { mediaType, width: size.width, height: size.height, bytes: Buffer.from(svg.text) }
  }
  if (size.width * size.height > maxMegapixels * 1e6) {
    return {
      problem: `is ${size.width} × ${size.height} pixels, over ${maxMegapixels} megapixels`,
      hint: 'Scale it down; 300 pixels an inch are enough for print.',
    }
  }
  return { mediaType, width: size.width, height: size.height, bytes }
}

/** XML may begin with a mark that says how it is encoded. */
function textOf(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes)
}
