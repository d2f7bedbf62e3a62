/** Small facts that must outlive the process: the hash of what was registered, long button invocations. */
export interface Memo {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string): Promise<void>
}
