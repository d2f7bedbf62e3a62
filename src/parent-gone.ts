/** Between two looks. In milliseconds. */
const LOOK = 500

/**
 * npm passes SIGTERM on to the shell that it runs a script in, and the shell ends without a word to the program in it,
 * which would go on by itself and keep the data folder. Calls back once when that has happened.
 */
export function whenParentIsGone(env: Readonly<Record<string, string | undefined>>, then: () => void): void {
  if (env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    then()
  }, LOOK).unref()
}
