import { Problem } from '#core/problem.ts'
import { loadEnvFile } from '#load-env-file.ts'

/** Reads the settings in the file named in the argument and prints what came of it. */
try {
  loadEnvFile(process.argv[2] ?? '', {})
  console.log('read')
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.log(`${error.message} ${String(error.hint)}`)
}
