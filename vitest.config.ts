import { defineConfig } from 'vitest/config'

/** Where CI wants the counts, for its closing line. */
const summary = process.env['ONRECORD_TEST_SUMMARY']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 20_000,
    reporters: summary === undefined ? ['default'] : ['default', ['json', { outputFile: summary }]],
  },
})
