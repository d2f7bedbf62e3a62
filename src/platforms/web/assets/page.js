// The page works without this file. With it, answers are added without a reload, values are suggested
// while they are typed, and the arrow keys bring earlier questions back.
import { suggestWhileTyping } from './suggest.js'

const answers = document.getElementById('answers')
const ask = document.getElementById('ask')
const line = document.getElementById('line')

async function show(asked, request) {
  const pending = document.createElement('article')
  pending.className = 'exchange pending'
  pending.innerHTML = '<h3></h3><div class="reply"><p class="wait">Looking it up …</p></div>'
  pending.firstChild.textContent = asked
  // While busy, a screen reader waits for the answer instead of reading the waiting.
  answers.setAttribute('aria-busy', 'true')
  answers.append(pending)
  reveal(pending)
  const { exchange, failed } = await fetchExchange(request)
  if (exchange) {
    pending.replaceWith(exchange)
    history.replaceState(null, '', exchange.querySelector('h3 a')?.getAttribute('href') ?? '/')
    localTimes(exchange)
    reveal(exchange)
  } else {
    pending.classList.replace('pending', 'failed')
    pending.querySelector('.wait').textContent = failed
    if (line.value === '') line.value = asked
  }
  if (!answers.querySelector('.pending')) answers.removeAttribute('aria-busy')
}

async function fetchExchange(request) {
  try {
    const response = await fetch(request)
    const text = await response.text()
    if (!response.ok) return { failed: text }
    const template = document.createElement('template')
    template.innerHTML = text
    return { exchange: template.content.firstElementChild }
  } catch {
    return { failed: 'The bot does not answer. See whether it is still running, then ask again: your words are kept.' }
  }
}

function reveal(exchange) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  exchange.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' })
}

document.addEventListener('submit', (event) => {
  const form = event.target
  event.preventDefault()
  const body = new URLSearchParams(new FormData(form))
  const asked = form === ask ? line.value.trim() : form.querySelector('button').textContent
  if (form === ask) {
    remember(asked)
    line.value = ''
  }
  show(asked, new Request('/answer', { method: 'POST', body }))
})

document.addEventListener('click', (event) => {
  const link = event.target.closest('a.typed')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  // By GET, as without the script: a command that changes something still asks first.
  show(link.textContent, new Request(`/answer${new URL(link.href).search}`))
})

// ---- earlier questions ----

const earlier = []
let at = 0
let draft = ''

function remember(asked) {
  if (earlier.at(-1) !== asked) earlier.push(asked)
  at = earlier.length
}

line.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
  const next = at + (event.key === 'ArrowUp' ? -1 : 1)
  if (next < 0 || next > earlier.length) return
  event.preventDefault()
  if (at === earlier.length) draft = line.value
  at = next
  line.value = at === earlier.length ? draft : earlier[at]
  line.setSelectionRange(line.value.length, line.value.length)
})

// ---- suggestions ----

suggestWhileTyping(line, () => new URLSearchParams({ line: line.value }))
document.addEventListener('focusin', (event) => {
  const field = event.target
  if (!field.matches?.('[data-suggest]:not([role])')) return
  suggestWhileTyping(field, () => {
    const chosen = new URLSearchParams(new FormData(field.form))
    chosen.delete(field.name)
    chosen.set('option', field.dataset.suggest)
    chosen.set('typed', field.value)
    return chosen
  })
})

// ---- deliveries ----

const delivered = document.getElementById('delivered')
const deliveries = document.getElementById('deliveries')

async function lookForDeliveries() {
  if (document.hidden) return
  try {
    const response = await fetch('/deliveries.json')
    if (!response.ok) return
    const shown = new Set([...deliveries.children].map((one) => one.dataset.key))
    const fresh = (await response.json()).filter((one) => !shown.has(one.key))
    for (const one of fresh.reverse()) {
      const template = document.createElement('template')
      template.innerHTML = one.html
      localTimes(template.content)
      deliveries.prepend(template.content)
      delivered.hidden = false
    }
  } catch {
    // The bot is away; the next look may find it back.
  }
}

setInterval(lookForDeliveries, 5_000)
document.addEventListener('visibilitychange', lookForDeliveries)

// ---- times in the reader's own zone ----

// Beside a digest's hour, which is the channel's, an hour without its zone is taken for that too.
function localTimes(within) {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  for (const time of within.querySelectorAll('time')) {
    if (time.textContent.endsWith(`(${timeZone})`)) continue
    time.title = time.textContent
    time.textContent = `${format.format(new Date(time.dateTime))} (${timeZone}, your time)`
  }
}

localTimes(document)
