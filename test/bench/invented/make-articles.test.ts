import { describe, expect, test } from 'vitest'
import { readArticle } from '#ingest/articles/read-article.ts'
import { articleFile, makeArticles } from '../../../bench/invented/make-articles.ts'

describe('invented articles for the bench', () => {
  const articles = makeArticles(200, 7)

  test('are the same for the same seed, and others for another', () => {
    expect(makeArticles(200, 7)).toEqual(articles)
    expect(makeArticles(50, 7)).toEqual(articles.slice(0, 50))
    expect(makeArticles(200, 8)).not.toEqual(articles)
  })

  test('have an id each, are marked as samples and as long as news', () => {
    expect(new Set(articles.map(({ id }) => id)).size).toBe(200)
    for (const { sample, text } of articles) {
      expect(sample).toBe(true)
      expect(text.length).toBeGreaterThan(1_900)
      expect(text.length).toBeLessThan(4_600)
      expect(text).not.toMatch(/[{}]|undefined/)
    }
  })

  test('read back from a file as they are', () => {
    for (const article of articles) {
      const bytes = new TextEncoder().encode(articleFile(article))
      expect(readArticle(bytes, 'x.md', new Date('2026-01-01T00:00:00Z'))).toEqual(article)
    }
  })

  test('come from many outlets, and their speakers return', () => {
    const names = articles.flatMap(({ text }) =>
      [...text.matchAll(/(?:said|According to) ([A-Z]\w+ [A-Z]\w+),/g)].map((m) => m[1]),
    )
    expect(new Set(articles.map(({ outlet }) => outlet)).size).toBeGreaterThan(8)
    expect(new Set(names).size).toBeGreaterThan(30)
    expect(new Set(names).size).toBeLessThan(names.length)
  })
})
