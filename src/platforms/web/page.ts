import type { Command, Commands } from '#core/command.ts'
import { hrefOfLine } from './asking.ts'
import { commandForm } from './command-form.ts'
import type { Delivered } from './deliveries.ts'
import { html, type Markup, print, reprint } from './escape.ts'
import { wholeWords } from './whole-words.ts'

export interface View {
  readonly commands: Commands
  readonly delivered: readonly Delivered[]
  /** What stands in the line to be edited: a question that failed, or nothing. */
  readonly line: string
  /** The question that was answered, for the title. */
  readonly asked: string
  /** An exchange or a notice; without one the page says how to start. */
  readonly content?: Markup
}

/** The whole page. It works as it stands; `page.js` only saves reloads. */
export const drawPage = (view: View): string =>
  print(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${view.asked === '' ? '' : `${view.asked.slice(0, 80)} · `}Onrecord</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/page.css">
<link rel="stylesheet" href="/assets/reply.css">
<link rel="stylesheet" href="/assets/controls.css">
<script type="module" src="/assets/page.js"></script>
</head>
<body>
<a class="skip" href="#line">Skip to the question</a>
<header>
<h1><a href="/">Onrecord</a></h1>
<p>The news, word for word</p>
</header>
<main>
<section class="talk" aria-labelledby="talk-title">
<h2 id="talk-title" class="unseen">Conversation</h2>
<div id="answers" role="log" aria-live="polite" aria-relevant="additions" aria-labelledby="talk-title">${view.content ?? drawStart(view.commands)}</div>
${drawLine(view.line)}
</section>
<div class="side">
<section id="delivered" aria-labelledby="delivered-title"${view.delivered.length === 0 ? html` hidden` : html``}>
<h2 id="delivered-title">Delivered</h2>
<div id="deliveries" aria-live="polite">${view.delivered.map(drawDelivered)}</div>
</section>
<section aria-labelledby="commands-title">
<h2 id="commands-title">What you can ask</h2>
${drawCommands(view.commands)}
</section>
</div>
</main>
<footer><p>This page loads nothing from other sites. The question above an answer links to that answer, to keep or to pass on.</p></footer>
</body>
</html>
`)

/** A question and its answer. Its title links to itself when asking again changes nothing. */
export const drawExchange = (asked: string, href: string | undefined, content: Markup): Markup =>
  html`<article class="exchange"><h3><span class="unseen">You asked: </span>${
    href === undefined ? html`<span>${wholeWords(asked)}</span>` : html`<a href="${href}">${wholeWords(asked)}</a>`
  }</h3><div class="reply">${content}</div></article>`

/** Folded, so that a week of digests does not push everything else away; the newest is open. */
export const drawDelivered = (delivered: Delivered, position: number): Markup => {
  const at = delivered.at.toISOString()
  return html`<details class="delivery" data-key="${delivered.key}"${position === 0 ? html` open` : html``}><summary><h3><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time></h3></summary><div class="reply">${reprint(delivered.printed)}</div></details>`
}

const drawLine = (line: string): Markup =>
  html`<form id="ask" method="get" action="/" role="search">
<label for="line">Ask as in chat</label>
<div class="bar"><input id="line" name="say" type="text" value="${line}" placeholder="quote … about …" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="send" required><button class="main">Ask</button></div>
</form>`

function drawStart(commands: Commands): Markup {
  const examples = findExamples(commands)
  return html`<div class="start">
<p class="lead">Ask about the news, and Onrecord answers with what happened and who said what: the speaker’s exact words, with the source beside them.</p>
${
  examples.length === 0
    ? html``
    : html`<p>Try one of these:</p><ul>${examples.map(
        ({ example, summary }) =>
          html`<li><a class="typed" href="${hrefOfLine(example)}"><code>${wholeWords(example)}</code></a> <span>${summary}</span></li>`,
      )}</ul>`
}
</div>`
}

/** Commands that need something to be said show best what can be asked. */
const findExamples = (commands: Commands): readonly Command[] =>
  [...commands]
    .filter(([name, command]) => !command.group && !name.includes(' ') && name !== 'help')
    .map(([, command]) => command)
    .sort((a, b) => countRequired(b) - countRequired(a))
    .slice(0, 3)

const countRequired = (command: Command): number =>
  [...command.options.values()].filter((option) => option.required).length

const drawCommands = (commands: Commands): Markup =>
  html`${[...commands]
    .filter(([, command]) => !command.group)
    .map(
      ([name, command]) =>
        html`<details class="command" name="command"><summary><code>${name}</code> <span>${command.summary}</span></summary>${commandForm(name, command, commands)}</details>`,
    )}`
