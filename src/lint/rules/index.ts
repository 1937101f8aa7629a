// The table of rules.
import type { Rule } from '../rule.js'
import { ignoreInvalid } from './ignore-invalid.js'
import { ignoreUnused } from './ignore-unused.js'

export const rules: readonly Rule[] = [ignoreInvalid, ignoreUnused]
