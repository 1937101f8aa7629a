// A number of handouts -> a heap that stays small while they are made: V8 lets garbage pile up where there is much memory.
import { setFlagsFromString } from 'node:v8'

/** Fewer are made before there is much garbage. */
const many = 200
/** Garbage is collected when the heap has grown by so many percent; by itself V8 waits until it is up to four times as large. */
const growth = 60

/** For the rest of the process, and for its threads. */
export function keepHeapSmall(handouts: number): void {
  if (handouts >= many) setFlagsFromString(`--heap-growing-percent=${growth}`)
}
