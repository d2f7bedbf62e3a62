import fc from 'fast-check'

const PIECES = [
  ...'\\*_~`|<>[]()@#-+.:!/0123456789 \n\r\t',
  ...[
    '@everyone',
    '<@1>',
    '<#2>',
    '<:a:3>',
    ':smile:',
    '<t:1:f>',
    '```',
    '**',
    '||',
    '://',
    'https://a.b/c',
    '> ',
    '>>> ',
  ],
  ...[
    '# ',
    '-# ',
    '- ',
    '1. ',
    '\r\n',
    '\u2028',
    '\u202E',
    '\u2066',
    '\u2069',
    '\u200B',
    '\u00A0',
    '\uD83D',
    '👩‍👩‍👧',
    'é',
    'word',
    'שלום',
  ],
]

/** Text made of all that Discord reads as something else, and of anything. */
export const nastyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 5 })),
      {
        maxLength,
      },
    )
    .map((pieces) => pieces.join(''))
