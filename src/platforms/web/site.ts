import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { problemReply } from '#core/answer.ts'
import type { Commands } from '#core/command.ts'
import { parseLine } from '#core/line/parse-line.ts'
import { Problem } from '#core/problem.ts'
import type { Invocation, Reply } from '#core/reply.ts'
import type { App, Origin } from '#platform.ts'
import { type Asking, hrefOf, mayChange, readAsking, readOptions, wordsOf } from './asking.ts'
import type { Asset } from './assets.ts'
import { runButton } from './command-form.ts'
import { completeLine, completeOption } from './complete.ts'
import type { Deliveries } from './deliveries.ts'
import { html, type Markup, print } from './escape.ts'
import { guard } from './guard.ts'
import { LARGEST_BODY, LONGEST_TEXT } from './limits.ts'
import { drawDelivered, drawExchange, drawPage } from './page.ts'
import { drawReply } from './render.ts'

/** `no-referrer` would be stricter, but then browsers send `Origin: null` with our own forms. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
}

export interface Parts {
  readonly app: App
  readonly origin: Origin
  /** The host that the server is bound to. */
  readonly bound: string
  readonly deliveries: Deliveries
  readonly assets: ReadonlyMap<string, Asset>
}

/** The page's addresses: `/` for people, `/answer`, `/suggest` and `/deliveries.json` for its script. */
export function site({ app, origin, bound, deliveries, assets }: Parts): Hono {
  const site = new Hono()
  const view = (asked: string, content?: Markup, line = '') =>
    drawPage({ commands: app.commands, delivered: deliveries.list(), line, asked, ...(content && { content }) })

  site.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
  })
  site.use(guard(bound))
  site.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: () => {
        throw new HTTPException(413, { message: `That is more than the ${LARGEST_BODY} bytes one question may have.` })
      },
    }),
  )

  site.get('/', async (context) => {
    const asking = readAsking(new URL(context.req.url).searchParams, app.commands)
    if (asking.kind === 'nothing') return context.html(view(''))
    return context.html(view(wordsOf(asking), await converse(app, origin, asking, 'get')))
  })
  site.post('/', async (context) => {
    const asking = readAsking(readForm(context.req.header('content-type'), await context.req.text()), app.commands)
    if (asking.kind === 'nothing') return context.html(view(''))
    return context.html(view(wordsOf(asking), await converse(app, origin, asking, 'post')))
  })
  const answer = async (params: URLSearchParams, method: 'get' | 'post') => {
    const asking = readAsking(params, app.commands)
    if (asking.kind === 'nothing') throw new HTTPException(400, { message: 'There is no question in that.' })
    return print(await converse(app, origin, asking, method))
  }
  site.get('/answer', async (context) => context.html(await answer(new URL(context.req.url).searchParams, 'get')))
  site.post('/answer', async (context) =>
    context.html(await answer(readForm(context.req.header('content-type'), await context.req.text()), 'post')),
  )

  site.get('/suggest', async (context) => {
    const params = new URL(context.req.url).searchParams
    const typed = (params.get('typed') ?? '').slice(0, LONGEST_TEXT)
    const line = params.get('line')
    if (line !== null) return context.json(await completeLine(app, origin, line.slice(0, LONGEST_TEXT)))
    const name = params.get('run') ?? ''
    const command = app.commands.get(name)
    const option = params.get('option') ?? ''
    if (!command?.options.has(option)) {
      throw new HTTPException(400, {
        message: `There is no option “${option.slice(0, 60)}” of “${name.slice(0, 60)}”.`,
      })
    }
    const invocation = { command: name, options: readOptions(params, name, command) }
    return context.json(await completeOption(app, origin, invocation, option, typed))
  })

  site.get('/deliveries.json', (context) =>
    context.json(deliveries.list().map((one, i) => ({ key: one.key, html: print(drawDelivered(one, i)) }))),
  )
  site.get('/assets/:name', (context) => {
    const asset = assets.get(context.req.param('name'))
    return asset ? context.body(asset.text, 200, { 'content-type': asset.type }) : context.notFound()
  })

  site.notFound((context) =>
    context.html(view('Not found', notice('There is no such page here. Everything is asked on the first one.')), 404),
  )
  site.onError((error, context) => {
    if (!(error instanceof HTTPException)) {
      app.log.error({ err: error, path: context.req.path }, 'The page could not be drawn')
      return context.text('Something broke here, not on your side. The log says what.', 500)
    }
    // What is left of a refused body would be taken for the next request.
    if (context.req.method === 'POST') context.header('connection', 'close')
    // Read by people on the page and by its script everywhere else; who is not let in sees no page.
    if (context.req.path !== '/' || error.status === 403) return context.text(error.message, error.status)
    return context.html(view('Not understood', notice(error.message)), error.status)
  })
  return site
}

async function converse(app: App, origin: Origin, asking: Asking, method: 'get' | 'post'): Promise<Markup> {
  const asked = wordsOf(asking)
  const draw = (reply: Reply) => drawReply(reply, { commands: app.commands })
  const parsed = readInvocation(asking, app)
  if (parsed.problem) return drawExchange(asked, hrefOf(asking), draw(problemReply(parsed.problem)))
  const { invocation } = parsed
  const changes = mayChange(invocation, app.commands)
  if (method === 'get' && changes) return drawExchange(asked, hrefOf(asking), confirm(asked, invocation, app.commands))
  const reply = await app.answer(invocation, origin)
  return drawExchange(asked, changes ? undefined : hrefOf(asking), draw(reply))
}

type Parsed =
  | { readonly problem: Problem; readonly invocation?: never }
  | { readonly problem?: never; readonly invocation: Invocation }

/** A line that means nothing is answered like in chat: it is no fault of the request. */
function readInvocation(asking: Asking, app: App): Parsed {
  if (asking.kind === 'run') return { invocation: asking.invocation }
  try {
    return { invocation: parseLine(asking.kind === 'line' ? asking.line : '', app.commands) }
  } catch (error) {
    if (error instanceof Problem) return { problem: error }
    throw error
  }
}

const confirm = (asked: string, invocation: Invocation, commands: Commands): Markup =>
  html`<p>This may change something or read another site, so a link alone does not run it.</p><div class="actions">${runButton(`Run ${asked}`, invocation, commands)}</div>`

const notice = (sentence: string): Markup => html`<div class="notice" role="alert"><p>${sentence}</p></div>`

function readForm(type: string | undefined, body: string): URLSearchParams {
  if (!/^application\/x-www-form-urlencoded\b/i.test(type ?? '')) {
    throw new HTTPException(415, { message: 'Questions are sent as a form: application/x-www-form-urlencoded.' })
  }
  return new URLSearchParams(body)
}
