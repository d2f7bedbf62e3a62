import { defineConfig } from 'vitest/config'

/** Where CI wants the counts, for its closing line. */
const summary = process.env['ONRECORD_TEST_SUMMARY']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Nothing is about how long it takes, and a machine may be five times as slow as the one this was written on.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 10 } },
    reporters: summary === undefined ? ['default'] : ['default', ['json', { outputFile: summary }]],
  },
})
