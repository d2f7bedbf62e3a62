import { type LexiconFile, lexiconFile } from './lexicon-file.ts'
import { byFirstWord } from './people/by-first-word.ts'
import { inflect, pluralOf } from './text/inflect.ts'
import { TAG, type Tag } from './text/tags.ts'

/** How a verb reports, the most telling first. One verb may do so in several ways ("warn": of, that, him, “…”). */
export const VERB_SENSES = [
  'say',
  'listener',
  'state',
  'respond',
  'write',
  'voice',
  'ask',
  'describe',
  'urge',
  'object',
  'open',
  'think',
] as const
export type VerbSense = (typeof VERB_SENSES)[number]

export const VERB_FORMS = ['base', 's', 'past', 'ing'] as const
export type VerbForm = (typeof VERB_FORMS)[number]

export interface Verb {
  readonly lemma: string
  /** Index in the lexicon's lemmas. */
  readonly number: number
  /** Fields and no set, since every rule asks them of every verb that it meets. */
  readonly forms: Readonly<Record<VerbForm, boolean>>
  readonly senses: Readonly<Record<VerbSense, boolean>>
  /** The same as indexes in VERB_SENSES, sorted: to be counted, where the fields are to be asked. */
  readonly senseNumbers: readonly number[]
}

interface Entry {
  /** Bits of TAG. */
  readonly tags: number
  readonly verb: Verb | undefined
}

export type Gender = 'male' | 'female'
type PronounNumber = 'one' | 'many' | 'body' | 'self'

export interface Lexicon {
  readonly language: string
  /** As written before a name, without a full stop; the value is the gender it tells. */
  readonly titles: ReadonlyMap<string, Gender | null>
  /** Offices and degrees of two letters, where two letters may be initials or begin a firm’s name as well: "OC". */
  readonly letteredOffices: ReadonlySet<string>
  /** By noun in lower case, "honour" of "Her Honour": the offices and titles of those who are called so, itself among them; none of a plural. */
  readonly courtesies: ReadonlyMap<string, readonly string[]>
  readonly suffixes: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  /** Lower case, without the last full stop. */
  readonly abbreviations: ReadonlySet<string>
  /** By first name, in lower case. A hint, never proof; null where men and women bear it. */
  readonly firstNames: ReadonlyMap<string, Gender | null>
  /** Lower case: nickname to the full names it can stand for. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>
  readonly nounGenders: ReadonlyMap<string, Gender>
  /** Roles that are a side one takes, in lower case: "Conservative" before a word need not make that a person. */
  readonly affiliations: ReadonlySet<string>
  /** Roles by which news takes up whom it has just named, in lower case: "the singer"; not "the judge". */
  readonly callings: ReadonlySet<string>
  /** Roles by which news takes up who has just spoken, in lower case: "the farmer". */
  readonly trades: ReadonlySet<string>
  /** Who is there to answer what is asked, in lower case: "witness". */
  readonly answering: ReadonlySet<string>
  /** Nouns that end an office, as written: "Minister". */
  readonly offices: ReadonlySet<string>
  /** Words that lead to such a noun: "Prime", "Health", "Chief". */
  readonly officeWords: ReadonlySet<string>
  /** Words that end the name of a body, as written. */
  readonly bodyNames: ReadonlySet<string>
  /** Words that end the name of a firm and of nothing else, as written: "Ltd". */
  readonly firms: ReadonlySet<string>
  /** Words that end a firm’s name where it leaves such a one away, as written: "Foods". */
  readonly firmWords: ReadonlySet<string>
  readonly bodies: ReadonlySet<string>
  /** Those of several words, as tokens behind the first, which is the key; the longest first. */
  readonly longBodies: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly places: ReadonlySet<string>
  /** Words that end the name of a way or of a piece of land or water, as written: "River Road". */
  readonly placeNames: ReadonlySet<string>
  /** Words that begin or end what places, works and buildings are called, as written: "Port Erne", "Harbour Lights". */
  readonly thingsFirst: ReadonlySet<string>
  readonly thingsLast: ReadonlySet<string>
  /** Capitalised words that name neither person nor body. */
  readonly notNames: ReadonlySet<string>
  /** What words can be read from, in lower case: "letter", "judgment". */
  readonly writings: ReadonlySet<string>
  /** What words stand on that nobody says: "banner". */
  readonly signs: ReadonlySet<string>
  /** What somebody’s words are called in front of them: "his reply". */
  readonly wordings: ReadonlySet<string>
  /** Words that "as" belongs to: "known as", "in her role as", "as well as". */
  readonly takesAs: ReadonlySet<string>
  /** Verbs of a voice that is raised or lowered: of what somebody does while they speak, not of what they tell. */
  readonly outcries: ReadonlySet<string>
  /** How somebody speaks, as "was philosophical" tells. */
  readonly tones: ReadonlySet<string>
  /** Nouns that lead to what is asked for: "his call for". */
  readonly calls: ReadonlySet<string>
  /** Forms of verbs whose object is a song, a piece or a record: "sang", "covered". */
  readonly performs: ReadonlySet<string>
  /** Nouns that lead to what is claimed, with their plurals: "her claim that", "his answer was that". */
  readonly claims: ReadonlySet<string>
  /** Subject pronouns with the gender and number they tell. */
  readonly pronouns: ReadonlyMap<string, readonly [Gender | null, PronounNumber | null]>
  /** Verbs that report with a particle alone: by form, then by particle, "hit" and "back". */
  readonly phrasal: ReadonlyMap<string, ReadonlyMap<string, Verb>>
  /** Of the reporting verbs, sorted. */
  readonly lemmas: readonly string[]
  /** What each word in lower case can be, tags and verb in one look-up. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** Checks and compiles a lexicon file. Throws zod's error, which names each fault by its path. */
export function createLexicon(json: unknown): Lexicon {
  const file = lexiconFile.parse(json)
  const verbs = compileVerbs(file.verbs, file.irregular)
  const lemmas = [...new Set([...verbs.values()].map(({ lemma }) => lemma))].sort()
  for (const verb of verbs.values()) verb.number = lemmas.indexOf(verb.lemma)
  const noun = (list: readonly string[]) => list.map((word) => word.toLowerCase())
  return {
    language: file.language,
    titles: new Map<string, Gender | null>([
      ...file.titles.any.map((title) => [title, null] as const),
      ...file.titles.male.map((title) => [title, 'male'] as const),
      ...file.titles.female.map((title) => [title, 'female'] as const),
    ]),
    letteredOffices: new Set(file.letteredOffices),
    courtesies: new Map(
      Object.entries(file.courtesies).flatMap(([noun, offices]) => [
        [noun, [noun, ...offices]],
        [pluralOf(noun), []],
      ]),
    ),
    suffixes: new Set(file.suffixes),
    particles: new Set(file.particles),
    abbreviations: new Set(noun(file.abbreviations)),
    firstNames: new Map<string, Gender | null>([
      ...noun(file.firstNames.any).map((name) => [name, null] as const),
      ...noun(file.firstNames.male).map((name) => [name, 'male'] as const),
      ...noun(file.firstNames.female).map((name) => [name, 'female'] as const),
    ]),
    nicknames: invert(file.nicknames),
    nounGenders: new Map<string, Gender>([
      ...file.femaleNouns.map((word) => [word, 'female'] as const),
      ...file.maleNouns.map((word) => [word, 'male'] as const),
    ]),
    affiliations: new Set(file.affiliations),
    callings: new Set(file.callings),
    trades: new Set(file.trades),
    answering: new Set(file.answering),
    offices: new Set(file.offices),
    officeWords: new Set(file.officeWords),
    bodyNames: new Set(file.bodyNames),
    firms: new Set(file.firms),
    firmWords: new Set(file.firmWords),
    bodies: new Set(file.bodies),
    longBodies: byFirstWord(file.bodies),
    places: new Set(file.places),
    placeNames: new Set(file.placeNames),
    thingsFirst: new Set(file.things.first),
    thingsLast: new Set(file.things.last),
    writings: new Set(file.writings),
    signs: new Set(file.signs),
    wordings: new Set(file.wordings),
    takesAs: new Set(file.takesAs),
    outcries: new Set(file.outcries),
    tones: new Set(file.tones),
    calls: new Set(file.calls),
    performs: new Set(file.performs),
    claims: new Set(file.claims.flatMap((noun) => [noun, pluralOf(noun)])),
    notNames: new Set(file.notNames),
    pronouns: new Map(
      Object.entries(file.grammar.subjectPronouns).map(([word, [gender, number]]) => [
        word,
        [gender === 'any' ? null : gender, number],
      ]),
    ),
    phrasal: compilePhrasal(verbs),
    lemmas,
    entries: compileEntries(compileTags(file), verbs),
  }
}

function compileTags(file: LexiconFile): ReadonlyMap<string, number> {
  const tags = new Map<string, number>()
  const add = (tag: Tag, list: readonly string[]) => {
    for (const word of list) {
      const key = word.toLowerCase()
      tags.set(key, (tags.get(key) ?? 0) | TAG[tag])
    }
  }
  add('determiner', file.grammar.determiners)
  add('possessive', file.grammar.possessives)
  add('preposition', file.grammar.prepositions)
  add('conjunction', file.grammar.conjunctions)
  add('subordinator', file.grammar.subordinators)
  add('auxiliary', file.grammar.auxiliaries)
  add('adverb', file.grammar.adverbs)
  add('pronoun', Object.keys(file.grammar.subjectPronouns))
  add('object', file.grammar.objectPronouns)
  add('relative', file.grammar.relatives)
  add('time', file.grammar.times)
  const plurals = [...file.roles, ...file.kin].map(pluralOf)
  add('role', [...new Set([...file.roles, ...file.kin, ...file.pluralRoles, ...plurals])])
  add('many', [...new Set([...file.pluralRoles, ...plurals])])
  add('body', file.bodyNouns)
  add('nation', file.nationalities)
  add('function', file.functionWords)
  add('report', file.reportNouns)
  add('work', file.workNouns)
  add('kin', file.kin)
  return tags
}

function compileVerbs(
  groups: Readonly<Record<string, readonly string[]>>,
  irregular: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, Verb & { number: number }> {
  const senses = new Map<string, Set<VerbSense>>()
  for (const [group, lemmas] of Object.entries(groups)) {
    const sense = VERB_SENSES.find((known) => known === group)
    if (sense === undefined) throw new Error(`the lexicon has verbs of an unknown sense "${group}"`)
    for (const lemma of lemmas) senses.set(lemma, (senses.get(lemma) ?? new Set()).add(sense))
  }
  const verbs = new Map<string, Verb & { number: number; forms: Record<VerbForm, boolean> }>()
  for (const [lemma, its] of senses) {
    const lemmaSenses = fieldsOf(VERB_SENSES, its)
    const senseNumbers = [...its].map((sense) => VERB_SENSES.indexOf(sense)).sort((a, b) => a - b)
    const [stem = lemma, particle] = lemma.split(' ')
    for (const [form, inflected] of inflect(stem, irregular[stem] ?? [])) {
      const written = particle === undefined ? inflected : `${inflected} ${particle}`
      const known = verbs.get(written)
      if (known === undefined)
        verbs.set(written, {
          lemma,
          number: -1,
          forms: fieldsOf(VERB_FORMS, new Set([form])),
          senses: lemmaSenses,
          senseNumbers,
        })
      else if (known.lemma === lemma) known.forms[form] = true
    }
  }
  return verbs
}

/** Each of the names as a field: whether it is one of those. */
export const fieldsOf = <Name extends string>(names: readonly Name[], those: ReadonlySet<Name>) =>
  Object.fromEntries(names.map((name) => [name, those.has(name)])) as Record<Name, boolean>

function compilePhrasal(verbs: ReadonlyMap<string, Verb>): ReadonlyMap<string, ReadonlyMap<string, Verb>> {
  const phrasal = new Map<string, Map<string, Verb>>()
  for (const [written, verb] of verbs) {
    const [form = '', particle] = written.split(' ')
    if (particle === undefined) continue
    phrasal.set(form, (phrasal.get(form) ?? new Map<string, Verb>()).set(particle, verb))
  }
  return phrasal
}

function invert(names: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> {
  const nicknames = new Map<string, Set<string>>()
  for (const [full, short] of Object.entries(names)) {
    for (const name of short) nicknames.set(name, (nicknames.get(name) ?? new Set()).add(full))
  }
  return nicknames
}

function compileEntries(
  tags: ReadonlyMap<string, number>,
  verbs: ReadonlyMap<string, Verb>,
): ReadonlyMap<string, Entry> {
  const words = new Set([...tags.keys(), ...[...verbs.keys()].filter((written) => !written.includes(' '))])
  return new Map([...words].map((word) => [word, { tags: tags.get(word) ?? 0, verb: verbs.get(word) }]))
}
