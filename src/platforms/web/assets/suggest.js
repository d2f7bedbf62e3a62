// A list of suggestions under a text field: the ARIA combobox pattern with a listbox.

let lists = 0

/** `query` gives what /suggest is asked for the field as it stands. */
export function suggestWhileTyping(field, query) {
  const list = document.createElement('ul')
  list.id = `suggestions-${++lists}`
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Suggestions')
  // Not inside the label, where a click on it would be a click on the field.
  const host = field.closest('label') ?? field
  host.after(list)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    field.setAttribute(name, value)

  let active = -1
  let asked = 0

  const close = () => {
    // Whatever is still on its way comes too late.
    asked++
    list.hidden = true
    list.replaceChildren()
    active = -1
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }

  const take = (option) => {
    field.value = option.dataset.value
    close()
    // `quote ` or `about:` goes on: what may follow is offered at once.
    if (/[\s:]$/.test(field.value)) look()
  }

  const mark = (next) => {
    // What one moves in must not change under the hand: an answer still on its way comes too late.
    asked++
    const options = [...list.children]
    active = (next + options.length) % options.length
    for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === active))
    options[active].scrollIntoView({ block: 'nearest' })
    field.setAttribute('aria-activedescendant', options[active].id)
  }

  const look = async () => {
    const mine = ++asked
    const found = await fetch(`/suggest?${query()}`)
      .then((response) => (response.ok ? response.json() : []))
      .catch(() => [])
    if (mine !== asked || document.activeElement !== field) return
    if (found.length === 0 || (found.length === 1 && found[0].value === field.value)) return close()
    active = -1
    field.removeAttribute('aria-activedescendant')
    list.replaceChildren(
      ...found.map(({ label, value }, i) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${i}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.textContent = label
        option.dataset.value = value
        return option
      }),
    )
    list.hidden = false
    field.setAttribute('aria-expanded', 'true')
  }

  field.addEventListener('input', look)
  field.addEventListener('blur', close)
  field.form.addEventListener('submit', close)
  // Before the field loses its focus, and the list with it.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    const option = event.target.closest('[role="option"]')
    if (option) take(option)
  })
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown') mark(active + 1)
    else if (event.key === 'ArrowUp') mark(active < 0 ? -1 : active - 1)
    else if (event.key === 'Escape') close()
    else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0) take(list.children[active])
    else return
    if (event.key !== 'Tab') event.preventDefault()
  })
}
