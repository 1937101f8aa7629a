// The table of instruments.
import { cci } from './cci/instrument.js'
import type { Instrument } from './item.js'
import { pemat } from './pemat/instrument.js'

export const instruments: readonly Instrument[] = [pemat, cci]
