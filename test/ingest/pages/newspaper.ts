/** An invented newspaper, to build pages from. */
export const NOW = new Date('2026-03-02T12:00:00Z')
export const URL_OF_PAGE = 'https://www.harbourpost.example/news/2026/03/bridge-opens-on-monday'

export const PARAGRAPHS = [
  'The new bridge over the harbour of Sundhaven will open to traffic on Monday, two years later than planned, the city council said on Sunday evening.',
  '“We have waited long enough — and so has everyone who lives on the other side,” said Mira Solberg, who has led the council since 2024.',
  'The bridge cost 412 million crowns, about a third more than the council had agreed to when the work began in the spring of 2021.',
  'Oskar Lindqvist, who runs the ferry, said that he would keep sailing until the end of the summer. "People will miss it more than they think," he said.',
  'The first bus is to cross at 6:15 in the morning, followed by a parade of schoolchildren from both shores of the harbour.',
] as const

export const ARTICLE = PARAGRAPHS.map((words) => `<p>${words}</p>`).join('\n')

interface Parts {
  readonly head?: string
  readonly before?: string
  readonly article?: string
  readonly after?: string
}

/** A page with all that newspapers put around an article. */
export const page = ({ head = '', before = '', article = ARTICLE, after = '' }: Parts = {}): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Bridge opens on Monday | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">${head}</head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>${before}
<main><article><h1>Bridge opens on Monday</h1><div class="article-body">${article}</div></article></main>
${after}<footer><p>© 2026 The Harbour Post. All rights reserved.</p></footer></body></html>`

export const jsonLd = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
