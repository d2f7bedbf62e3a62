/** What went wrong, for a log: where it happened, if that is known. Errors lose their class on the way between threads. */
export const faultOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
