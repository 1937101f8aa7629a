// Ctrl-C and SIGTERM -> a signal that ends the run between two handouts; a second one ends it at once.
import { exitCodes } from './exit.js'

export function onInterrupt(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
