// Measurements that the browser test takes inside the page; added to it before its own script.

globalThis.measure = {
  sidewaysOverflow: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

  look() {
    document.dispatchEvent(new Event('visibilitychange'))
  },

  openAllForms() {
    for (const one of document.querySelectorAll('details')) one.removeAttribute('name')
    for (const one of document.querySelectorAll('details')) one.open = true
  },

  fieldsWithoutLabel: () =>
    [...document.querySelectorAll('input:not([type=hidden]), select')].filter((field) => field.labels.length === 0)
      .length,

  headingLevels: () =>
    [...document.querySelectorAll('h1, h2, h3, h4')]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => Number(one.tagName[1])),

  /** How many of these stand side by side, from the left edge on. */
  columns: (selector) =>
    new Set([...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().left)).size,

  /** Over how many lines some words are drawn. */
  linesOf(selector, words) {
    const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT)
    const places = []
    while (walker.nextNode())
      for (let at = 0; at < walker.currentNode.length; at++) places.push([walker.currentNode, at])
    const start = places
      .map(([node, at]) => node.data[at])
      .join('')
      .indexOf(words)
    const tops = places.slice(start, start + words.length).map(([node, at]) => {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect().top
    })
    return new Set(tops).size
  },

  focusedText: () => document.activeElement.textContent,
  focusOutline: () => getComputedStyle(document.activeElement).outlineStyle,

  /** WCAG 2's contrast ratio of an element's colour on the nearest painted background. */
  contrast(selector) {
    const element = document.querySelector(selector)
    let behind = element
    while (behind && /, 0\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement
    const paper = luminance(getComputedStyle(behind).backgroundColor)
    const ink = luminance(getComputedStyle(element).color)
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)
  },
}

function luminance(colour) {
  const [r, g, b] = colour
    .match(/[\d.]+/g)
    .map((channel) => Number(channel) / 255)
    .map((channel) => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
