import { DeliveryFailure } from '#platform.ts'

/** What is asked of a platform, or a `later` failure when it does not answer in time; it may still be done then. */
export async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const failure = () => reject(new DeliveryFailure('later', `no answer within ${milliseconds / 1000} seconds`))
    timer = setTimeout(failure, milliseconds)
  })
  try {
    return await Promise.race([asked, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
