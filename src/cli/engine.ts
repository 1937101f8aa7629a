// The JavaScript engine as this command uses it best: a few seconds of work, beside a browser, on few cores. Imported first.
import { setFlagsFromString } from 'node:v8'

/*
 * Not for programs that use the library: these hold for the whole process and its threads. Measured by `npm run bench` and
 * written down in docs/performance.md; results do not depend on them.
 */

// Helping threads of the garbage collector take the cores from the browser and from our own threads.
setFlagsFromString('--no-concurrent-marking')
setFlagsFromString('--no-parallel-scavenge')
// Compiled anew only what has run for long: most of our functions are done before the better code is.
setFlagsFromString('--interrupt-budget=700000')
