// The environment -> the day on which reviews are judged.

/** Today in UTC; `SOURCE_DATE_EPOCH` sets it, so that a run can be repeated with the same outcome. */
export function today(env: Readonly<Record<string, string | undefined>>): string {
  const epoch = Number(env.SOURCE_DATE_EPOCH)
  const fixed = env.SOURCE_DATE_EPOCH !== undefined && Number.isInteger(epoch) && epoch >= 0
  return (fixed ? new Date(epoch * 1000) : new Date()).toISOString().slice(0, 10)
}
