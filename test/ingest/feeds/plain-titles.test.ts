import { expect, test } from 'vitest'
import { feedOf, titleOf } from './given.ts'

test.each([
  ['Fish &amp; chips', 'Fish & chips'],
  ['Fish &amp;amp; chips', 'Fish & chips'],
  ['<![CDATA[Fish &amp; chips]]>', 'Fish & chips'],
  ['Harbour&amp;#8217;s pier', 'Harbour’s pier'],
  ['The &lt;b&gt;big&lt;/b&gt; pier', 'The big pier'],
  ['The &amp;lt;b&amp;gt;big&amp;lt;/b&amp;gt; pier', 'The big pier'],
  ['The <em>big</em> pier', 'The big pier'],
  ['Pier&lt;br&gt;reopens', 'Pier reopens'],
  ['Pier &lt;script&gt;alert("x")&lt;/script&gt;reopens', 'Pier reopens'],
  ['<script>alert("x")</script><style>b{}</style>Pier', 'Pier'],
  ['<![CDATA[<style>b{color:red}</style>Pier]]>', 'Pier'],
  ['  Pier\n\treopens ', 'Pier reopens'],
  // What only looks like markup is words.
  ['Profit <5% and R&D up', 'Profit <5% and R&D up'],
  ['a < b', 'a < b'],
  ['Why List&lt;String&gt; is slow', 'Why List<String> is slow'],
  ['caf&eacute; &copy 2026', 'café &copy 2026'],
])('%s', (title, words) => {
  expect(titleOf(title)).toBe(words)
})

test('a title that Atom calls text is taken at its word', () => {
  const { items } = feedOf(
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="text">The &lt;b&gt; tag &amp;amp; you</title></entry></feed>',
  )
  expect(items[0]?.title).toBe('The <b> tag &amp; you')
})

test('a title of 100 kB is cut at a word, with a mark', () => {
  const title = titleOf('harbour '.repeat(12_500))
  expect(title).toMatch(/^(?:harbour )+harbour…$/)
  expect(title!.length).toBeLessThanOrEqual(500)
  expect(titleOf('𝄞'.repeat(50_000))).toMatch(/^(?:𝄞)+…$/u)
})

test('a title with nothing in it is none', () => {
  expect(titleOf('&lt;img src="x"&gt;')).toBeUndefined()
})

test('a title that is only what its document declares for itself is none, of an item and of a feed', () => {
  expect(titleOf('&b;')).toBeUndefined()
  expect(titleOf('&lol9; &lol.8;')).toBeUndefined()
  expect(titleOf('B&b; profits')).toBe('B&b; profits')
  const bomb =
    '<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title><item><title>Pier</title></item></channel></rss>'
  expect(feedOf(bomb).title).toBeUndefined()
})
