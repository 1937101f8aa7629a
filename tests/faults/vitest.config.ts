// The faults suite, `npm run test:faults`: real kills, stops and full disks, one after another; apart from the other tests.
import { defineConfig } from 'vitest/config'

const hour = 60 * 60 * 1000

export default defineConfig({
  test: {
    include: ['tests/faults/*.faults.ts'],
    testTimeout: hour,
    hookTimeout: hour,
    pool: 'forks',
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
})
