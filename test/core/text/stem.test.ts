import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stem } from '#core/text/stem.ts'

/** The examples that Porter's paper gives with its rules, each carried through all of its steps. */
const PAPER = `
caresses caress, ponies poni, ties ti, caress caress, cats cat, feed feed, agreed agre, plastered plaster, bled bled,
motoring motor, sing sing, conflated conflat, troubled troubl, sized size, hopping hop, tanned tan, falling fall,
hissing hiss, fizzed fizz, failing fail, filing file, happy happi, sky sky, relational relat, conditional condit,
rational ration, valenci valenc, hesitanci hesit, digitizer digit, conformabli conform, radicalli radic,
differentli differ, vileli vile, analogousli analog, vietnamization vietnam, predication predic, operator oper,
feudalism feudal, decisiveness decis, hopefulness hope, callousness callous, formaliti formal, sensitiviti sensit,
sensibiliti sensibl, triplicate triplic, formative form, formalize formal, electriciti electr, electrical electr,
hopeful hope, goodness good, revival reviv, allowance allow, inference infer, airliner airlin, gyroscopic gyroscop,
adjustable adjust, defensible defens, irritant irrit, replacement replac, adjustment adjust, dependent depend,
adoption adopt, homologou homolog, communism commun, activate activ, angulariti angular, homologous homolog,
effective effect, bowdlerize bowdler, probate probat, rate rate, cease ceas, controll control, roll roll`
const pairs = PAPER.trim()
  .split(/,\s*/)
  .map((pair) => pair.split(' '))

describe('the stemmer', () => {
  it.each(pairs)('takes %s to %s as the paper does', (word, expected) => expect(stem(word!)).toBe(expected))

  it('brings the forms of a word together that a reader would', () => {
    for (const forms of ['negotiate negotiated negotiating negotiations', 'ministry ministries', 'say saying says']) {
      expect(new Set(forms.split(' ').map(stem)).size).toBe(1)
    }
  })

  it('makes no word longer by more than the e it gives back, and never nothing of one', () => {
    const word = fc.stringMatching(/^[a-z]{1,24}$/)
    fc.assert(
      fc.property(word, (it) => {
        const stemmed = stem(it)
        expect(stemmed).toMatch(/^[a-z]+$/)
        expect(stemmed.length).toBeLessThanOrEqual(it.length)
      }),
    )
  })

  it('stays quick on a word of one letter ten thousand times', () => {
    for (const letter of ['a', 'y', 'b', 's']) expect(stem(letter.repeat(10_000)).length).toBeGreaterThan(0)
  })
})
