import { openDataFolder } from '#store/data-folder.ts'

/** Takes the folder named in the argument and keeps it until it is killed. */
openDataFolder(process.argv[2] ?? '')
console.log('held')
setInterval(() => {}, 1000)
