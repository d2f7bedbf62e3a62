import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openDataFolder } from '#store/data-folder.ts'

/** Takes the folder named in the argument and keeps it until it is killed. */
openDataFolder(process.argv[2] ?? '')
// Whoever ignores what it returns keeps it all the same; garbage is collected here, not by chance.
setFlagsFromString('--expose-gc')
runInNewContext('gc')()
console.log('held')
setInterval(() => {}, 1000)
