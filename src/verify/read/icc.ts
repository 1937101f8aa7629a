// The bytes of an ICC profile in, what its header says out (ICC.1:2010, 7.2).

export interface IccHeader {
  readonly version: number
  /** `mntr`, `prtr` … */
  readonly kind: string
  /** `RGB `, `GRAY`, `CMYK` … */
  readonly colours: string
}

const HEADER_BYTES = 128

/** Reads the header; undefined when the bytes are no profile. */
export function iccHeader(bytes: Uint8Array): IccHeader | undefined {
  const text = (at: number): string => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
  if (bytes.length < HEADER_BYTES || text(36) !== 'acsp') return undefined
  return { version: bytes[8] ?? 0, kind: text(12), colours: text(16) }
}
