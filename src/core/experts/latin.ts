/** Cyrillic letters of Russian, Ukrainian and Belarusian as the English press writes them in names. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

const GREEK: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}

/** Pairs that are one sound. */
const PAIRS: Readonly<Record<string, string>> = { ου: 'ou', ού: 'ou' }

const LATIN: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CYRILLIC),
  ...Object.entries(GREEK),
  ...Object.entries(PAIRS),
])

/** Cyrillic and Greek letters in Latin ones, small; every other letter as it is. */
export const latin = (text: string): string =>
  text.normalize('NFC').replace(/ο[υύ]|[\p{sc=Cyrillic}\p{sc=Greek}]\p{M}*/giu, (letter) => {
    const small = letter.toLowerCase()
    // Greek stress, of which й and ї have none, is no part of the letter.
    return LATIN.get(small) ?? LATIN.get(small.normalize('NFD').charAt(0)) ?? letter
  })
