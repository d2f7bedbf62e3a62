import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { loadEngine } from '#engine.ts'

const { analyze } = loadEngine()
const h = createHash('sha256')
let n = 0
for (const d of readdirSync('test/corpus').sort()) {
  const f = `test/corpus/${d}/input.txt`
  if (!existsSync(f)) continue
  const text = readFileSync(f, 'utf8')
  h.update(JSON.stringify(analyze({ title: '', text })))
  n++
}
for (const d of readdirSync('content/articles').sort()) {
  const text = readFileSync(`content/articles/${d}`, 'utf8')
  h.update(JSON.stringify(analyze({ title: 'x', text })))
  n++
}
if (existsSync('/work/shared/articles'))
  for (const d of readdirSync('/work/shared/articles', { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(txt|md)$/.test(d)) continue
    const text = readFileSync(`/work/shared/articles/${d}`, 'utf8').slice(0, 200000)
    h.update(JSON.stringify(analyze({ title: 'x', text })))
    n++
  }
console.log(n, h.digest('hex'))
