import { mayPass } from './faults.ts'
import { pause } from './tempo.ts'

const ATTEMPTS = 3

/** Makes a call again while its failure may pass. For calls that may safely reach Discord twice. */
export async function persist<T>(call: () => Promise<T>, firstWait: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (!mayPass(error) || attempt === ATTEMPTS) throw error
      await pause(firstWait * 2 ** (attempt - 1))
    }
  }
}
