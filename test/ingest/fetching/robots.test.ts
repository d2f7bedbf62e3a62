import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRobots } from '#ingest/fetching/robots.ts'

const allows = (text: string, path: string): boolean =>
  readRobots(text, 'Onrecord').allows(new URL(path, 'https://newsroom.example'))

describe('robots.txt', () => {
  it.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['user-agent : *\r\nDISALLOW : /a # here\r\n', '/abc', false],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/report.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/report.pdf?x=1', true],
    ['User-agent: *\nDisallow: /a*b*c', '/axbxxc/d', false],
    ['User-agent: *\nDisallow: /a$', '/a', false],
    ['User-agent: *\nDisallow: /a$', '/ab', true],
    ['User-agent: *\nDisallow: /search?', '/search?q=x', false],
    ['User-agent: *\nDisallow: /über', '/%C3%BCber', false],
    ['User-agent: *\nDisallow: /a%7Eb', '/a~b', false],
    ['Disallow: /', '/a', true],
    ['User-agent: otherbot\nDisallow: /', '/a', true],
    ['User-agent: OtherBot\nUser-agent: OnRecord/2.0\nDisallow: /a', '/a', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /b', '/a', true],
    [
      'User-agent: onrecord\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /b',
      '/b',
      false,
    ],
    ['\ufeffUser-agent: *\nDisallow: /a', '/a', false],
  ])('%j on %s: %s', (text, path, expected) => {
    expect(allows(text, path)).toBe(expected)
  })

  it('tells of site maps, and of the delay that it asks for', () => {
    const robots = readRobots(
      'Sitemap: https://newsroom.example/news.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x',
      'Onrecord',
    )
    expect(robots.sitemaps).toEqual(['https://newsroom.example/news.xml'])
    expect(robots.delay).toBe(2.5)
  })

  it('reads anything, and a pattern of a thousand stars in no time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => typeof allows(`User-agent: *\nDisallow: ${text}`, '/a') === 'boolean',
      ),
    )
    expect(allows(`User-agent: *\nDisallow: /${'a*'.repeat(1_000)}b$`, `/${'a'.repeat(3_000)}`)).toBe(true)
  })
})
