import { expect, it } from 'vitest'
import { readLink } from '#ingest/fetching/link.ts'

it('takes a host for a link where a person typed it, and for the name of a file where a document says it', () => {
  expect(String(readLink('news.example/feed#top'))).toBe('https://news.example/feed')
  expect(String(readLink('127.0.0.1:4811/feed.xml'))).toBe('https://127.0.0.1:4811/feed.xml')
  expect(String(readLink('story.html', new URL('http://news.example/')))).toBe('http://news.example/story.html')
  expect(readLink('Oslo')).toBe('no-link')
})
