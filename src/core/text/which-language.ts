/** Words that stand everywhere in one language, by its tag. Where several share one, it counts for each in part. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for on with was as it by at from he she said has have be are not this which will',
  de: 'der die das und ist nicht mit auf für von dem den des ein eine zu im sich auch als bei nach wird sagte hat',
  fr: 'le la les des et est dans pour que qui une sur pas au aux avec ce plus par du en selon été ont mais',
  es: 'el la los las de que en y un una por con para se del al es su como más pero fue según sobre',
  pt: 'o a os as de que em um uma para com não do da dos das no na se por ao mais disse foi são segundo',
  it: 'il di che la le un una per non con del della dei in è si da al sono anche ha nel alla ma gli',
  nl: 'de het een van en in is dat op te niet met voor zijn aan er ook als bij naar maar werd heeft',
  sv: 'och att det som en på är av för med den till inte har de ett om från men vid säger',
  da: 'og at det som en på er af for med den til ikke har de et om fra men ved også blev siger',
  nb: 'og at det som en på er av for med den til ikke har de et om fra men ved også ble sier',
  fi: 'ja on ei se että hän oli ovat mutta myös kun joka ole sen mukaan sekä niin kuin',
  pl: 'i w na z się do nie że jest to o po jak od za przez ale są dla oraz został który',
  cs: 'a v na se je že s z o do pro ale jako by jsou za po také byl který podle ve',
  ro: 'și de în la a cu nu pe că din o un este pentru care mai au sunt fost să',
  hu: 'a az és hogy nem is egy ez meg de volt csak mint van szerint már',
  tr: 've bir bu da de için ile çok olarak daha olan gibi ne kadar dedi sonra',
  id: 'yang dan di dengan untuk dari ini itu tidak pada dalam adalah akan oleh juga telah kata',
}
/** By script, where a script alone tells, or tells with the letters that only one language has. */
const SCRIPTS: readonly (readonly [letters: RegExp, language: (text: string) => string])[] = [
  [/\p{Script=Cyrillic}/gu, (text) => (/[іїєґ]/i.test(text) ? 'uk' : /[ыэё]/i.test(text) ? 'ru' : 'bg')],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Arabic}/gu, (text) => (/[پچژگ]/.test(text) ? 'fa' : 'ar')],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
  [/\p{Script=Thai}/gu, () => 'th'],
]

/** Enough to tell. In characters and in words. */
const LOOKED_AT = 4_000
const FEWEST_WORDS = 12
/** A tenth of running words are of these lists, even where each word that two lists share counts half. */
const LEAST_SHARE = 0.1
/** So many times as much as the next language has. Danish and Norwegian differ in a few words. */
const CLEARLY = 1.15
/** Kana stand between the characters of Chinese. */
const LEAST_OF_SCRIPT = 0.15

/** The languages of each of these words. */
const LANGUAGES = new Map<string, string[]>()
for (const [language, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language])
}

/** The language that a text is written in, as its tag; undefined where that is not clear. */
export function whichLanguage(text: string): string | undefined {
  const head = text.slice(0, LOOKED_AT)
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  for (const [script, language] of SCRIPTS)
    if ((head.match(script)?.length ?? 0) > letters * LEAST_OF_SCRIPT) return language(head)
  const words = head.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < FEWEST_WORDS) return undefined
  const worth = new Map<string, number>()
  for (const word of words) {
    const languages = LANGUAGES.get(word) ?? []
    for (const language of languages) worth.set(language, (worth.get(language) ?? 0) + 1 / languages.length)
  }
  const [first, second] = [...worth].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < LEAST_SHARE * words.length) return undefined
  return second === undefined || first[1] >= CLEARLY * second[1] ? first[0] : undefined
}
