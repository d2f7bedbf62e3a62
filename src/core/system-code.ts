/** What the system or a library calls a failure: `ENOENT`. Undefined where it has no name. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
