/** Openers that lean on what was said before, by how they do it. */
const CONNECTIVES =
  'However|But|And|So|Yet|Or|Nor|Still|Also|Moreover|Furthermore|Meanwhile|Instead(?! of\\b)|Nevertheless|Nonetheless|Therefore|Thus|Then|' +
  'Hence|Otherwise|Besides|Likewise|Similarly|Additionally|Consequently|Accordingly|Conversely|Interestingly|Indeed|Though(?=,| (?:I|we|you|they|this|that|it)\\b)|Rather(?! than\\b)|' +
  'Finally|Again|Perhaps|Afterwards?|(?:Later|Earlier)(?! (?:this|in|on|[A-Z][a-z]+day)\\b)|Elsewhere|Namely|Plus|Because|Which|Yes|No(?=,)|(?:First|Second|Third|Next|Last)(?=,)'
const PHRASES =
  'In (?:addition(?! to\\b)|contrast|turn|fact|response|return|other words|the meantime|all)|For (?:example|instance|now)|As (?:a result|such|well)|' +
  'At (?:the same time|that time|the time|this|that)|On the (?:other hand|contrary)|By contrast|That said|After (?:that|this|all)|' +
  'Of (?:this|these|those|that|them|which|course)|(?:Because of|Despite) (?:this|that)|With that|(?:Since|Until) then|When asked|Asked'
const POINTERS =
  'Another|Others|Both(?! [A-Za-z’ -]{1,40} and )|Neither|Either|Among them|One of (?:them|these|those)|Such|Same(?!-)|Here|There(?! (?:is|are|was|were|has|have|will)\\b)|' +
  "That|Those|These|This(?! (?:week|month|year|spring|summer|autumn|winter)\\b)|It(?!(?:[’']s| is| was| will be| would be| has been)(?: [a-z]+){0,4} (?:that|to|whether|how|why)\\b)|They|He|She|His|Her|Hers|Its|Their|We|Our|You|I|What|Who|Why|How"
const KNOWN =
  'The (?:former(?! [^.]{0,40}[A-Z][a-z]+ [A-Z])|latter|same|first|second|third|last|remaining|rest|outlet|two|three|four|other|others|pair|duo|trio|move|incident|' +
  'following|expert|analyst|specialist|spokes(?:man|woman|person)|professor|official|entrepreneur|politician|scientist|researcher|' +
  'author|(?:man|woman|couple|victim|suspect)(?! (?:who|whose|behind|accused|suspected|charged|wanted|arrested|killed|in|at|of|from)\\b))'

export const LEANING = new RegExp(`^["“]?(?:${[CONNECTIVES, PHRASES, POINTERS, KNOWN].join('|')})\\b`)
