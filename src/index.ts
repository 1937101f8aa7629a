// The library's door: what programs may import, and nothing else.
export { type MadeHandout, openPress, type Press, type PressOptions } from './batch/open-press.js'
export type { Filters } from './batch/plan.js'
export { type ErrorCode, type ErrorKind, HandoutError } from './model/error.js'
export type { HandoutRecord, Manifest } from './model/manifest.js'
export type { MessageRecord, Severity } from './model/message.js'
export type { Grades, Readability } from './model/readability.js'
export { type Edition, type Variant, variantId } from './model/variant.js'
