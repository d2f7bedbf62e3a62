import { benchAnalysis } from './analysis.ts'
import { benchCommands } from './commands.ts'
import { benchHostile } from './hostile.ts'
import { benchProcess } from './process.ts'
import { benchSearch } from './search.ts'
import { benchVisits, QUICK, WHOLE } from './visits.ts'

// Read the ratios: the milliseconds are this machine's, and this moment's.
const quick = process.argv.includes('--quick')
console.log(benchAnalysis())
console.log(`\n${benchHostile(quick ? 1e6 : 10e6)}`)
console.log(`\n${await benchProcess()}`)
console.log(`\n${await benchCommands(quick ? [10, 1000] : [10, 10_000], quick ? 50 : 300)}`)
// Some minutes and 3 GB of disk, given back at the end; with --library=FOLDER they stay there for the next time.
const folder = process.argv.find((word) => word.startsWith('--library='))?.slice('--library='.length)
if (process.argv.includes('--large')) console.log(`\n${await benchSearch(200_000, 200, folder)}`)
console.log(`\n${await benchVisits(quick ? QUICK : WHOLE)}`)
