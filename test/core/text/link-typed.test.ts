import { expect, it } from 'vitest'
import { linkTyped } from '#core/text/link-typed.ts'

it('puts https:// before what looks like a host, and leaves everything else as it is', () => {
  for (const host of [
    'news.example',
    'www.news.example/world?page=2',
    '127.0.0.1:4811/feed.xml',
    'localhost:3000',
    '[::1]:80/feed',
    'zeitung-köln.example',
  ]) {
    expect(linkTyped(` <${host}> `)).toBe(`https://${host}`)
  }
  for (const words of [
    'http://news.example',
    'ftp://news.example',
    'mailto:a@news.example',
    'a@news.example',
    'Oslo',
  ]) {
    expect(linkTyped(words)).toBe(words)
  }
  for (const words of ['1.5', 'news.example says', 'javascript:alert(1)', '/etc/hosts', 'v1.2', '']) {
    expect(linkTyped(words)).toBe(words)
  }
})

it.each(['feed://news.example/rss', 'feed:https://news.example/rss', 'FEED:news.example/rss'])(
  'reads %s as the link to a feed that it is',
  (typed) => {
    expect(linkTyped(typed)).toBe('https://news.example/rss')
  },
)
