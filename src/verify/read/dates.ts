// A date as PDF or XMP writes it in, its instant in milliseconds out.

const pdfDate =
  /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(\d\d)?'?)?$/
const isoDate =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):(\d\d)))?)?$/

const MINUTE = 60_000

/** Instant of `D:20260301120000Z` (ISO 32000-1, 7.9.4); undefined when it is no date. */
export function pdfInstant(text: string): number | undefined {
  return instant(pdfDate.exec(text))
}

/** Instant of `2026-03-01T12:00:00Z`; undefined when it is no date. */
export function xmpInstant(text: string): number | undefined {
  return instant(isoDate.exec(text))
}

function instant(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined
  const [
    ,
    year,
    month = '1',
    day = '1',
    hour = '0',
    minute = '0',
    second = '0',
    sign,
    offHour,
    offMinute = '0',
  ] = match
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  const offset = sign ? (Number(offHour) * 60 + Number(offMinute)) * MINUTE : 0
  return sign === '-' ? local + offset : local - offset
}
