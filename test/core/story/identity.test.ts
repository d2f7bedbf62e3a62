import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameArticleKey } from '#core/story/identity.ts'
import { anyText } from '../../fakes/any-text.ts'

const ARTICLE = 'https://courier.example/2026/03/flood-wall'

describe('links to one article', () => {
  it.each([
    ['over http', 'http://courier.example/2026/03/flood-wall'],
    ['with the default port', 'https://courier.example:443/2026/03/flood-wall'],
    ['with a closing slash', `${ARTICLE}/`],
    ['with an index page', `${ARTICLE}/index.html`],
    ['with doubled slashes', 'https://courier.example/2026//03/flood-wall'],
    ['with a fragment', `${ARTICLE}#comments`],
    ['with campaign parameters', `${ARTICLE}?utm_source=letter&utm_medium=email&fbclid=abc`],
    ['with a reference in words', `${ARTICLE}?ref=homepage_top`],
    ['shared from a feed', `${ARTICLE}?source=rss`],
    ['on the www host', 'https://www.courier.example/2026/03/flood-wall'],
    ['on the mobile host', 'https://m.courier.example/2026/03/flood-wall'],
    ['on the AMP host', 'https://amp.courier.example/2026/03/flood-wall'],
    ['as an AMP page', `${ARTICLE}/amp`],
    ['as an AMP page by parameter', `${ARTICLE}?outputType=amp`],
    ['in the AMP cache', 'https://courier-example.cdn.ampproject.org/c/s/courier.example/2026/03/flood-wall'],
    ['in an AMP viewer', 'https://www.google.com/amp/s/courier.example/2026/03/flood-wall'],
    ['in capitals where they do not matter', 'HTTPS://Courier.Example/2026/03/flood-wall'],
    ['with needless escapes', 'https://courier.example/2026/03/flood%2Dwall'],
    ['with white space around it', `  ${ARTICLE}\n`],
  ])('%s have one key', (_how, link) => {
    expect(sameArticleKey(link)).toBe(sameArticleKey(ARTICLE))
  })

  it('have one key in whatever order their parameters stand', () => {
    expect(sameArticleKey('https://a.example/read?id=5&page=2')).toBe(
      sameArticleKey('https://a.example/read?page=2&utm_term=x&id=5'),
    )
  })
})

describe('links to different articles', () => {
  it.each([
    ['parameters that name them', 'https://a.example/read?id=5', 'https://a.example/read?id=6'],
    ['a story parameter', 'https://a.example/?p=12', 'https://a.example/'],
    ['the path', 'https://a.example/one', 'https://a.example/two'],
    ['the case of the path', 'https://a.example/One', 'https://a.example/one'],
    ['the host', 'https://a.example/one', 'https://b.example/one'],
    ['the section’s host', 'https://sport.a.example/one', 'https://a.example/one'],
    ['another port', 'https://a.example:8080/one', 'https://a.example/one'],
    ['a route in the fragment', 'https://a.example/#!/story/5', 'https://a.example/#!/story/6'],
    ['a source that is no tracker', 'https://a.example/read?source=courts', 'https://a.example/read?source=police'],
    ['a reference that is a number', 'https://a.example/read?ref=51', 'https://a.example/read?ref=52'],
    ['a parameter of an odd name', 'https://a.example/?__proto__', 'https://a.example/'],
    ['an escaped slash', 'https://a.example/a%2Fb', 'https://a.example/a/b'],
  ])('keep apart by %s', (_what, one, other) => {
    expect(sameArticleKey(one)).not.toBe(sameArticleKey(other))
  })

  it('keep apart on a host of two labels that starts like a mobile one', () => {
    expect(sameArticleKey('https://m.example/a')).not.toBe(sameArticleKey('https://example/a'))
  })
})

it('makes a key of any string, and the key of a key is itself', () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (url) => {
      const key = sameArticleKey(url)
      const again = sameArticleKey(`https://${key}`)
      if (/^https?:/i.test(url.trim()) && URL.canParse(`https://${key}`))
        expect(sameArticleKey(`https://${again}`)).toBe(again)
      expect(sameArticleKey(`${url}  `)).toBe(key)
    }),
  )
})
