/** Verbs whose object is heard to say something. */
export const HEARD = /^(?:hear|hears|heard|hearing|overhear|overheard|see|sees|saw|seen|watched|watching)$/
/** The same in front of a participle alone: "recalled him saying". */
export const RECALLED =
  /^(?:recall|recalls|recalled|recalling|remember|remembers|remembered|remembering|describes|described)$/
const FILMED =
  /^(?:film(?:s|ed|ing)|record(?:s|ed|ing)|captur(?:es|ed|ing)|caught|catch(?:es|ing)|spot(?:s|ted)|notice[sd]|f(?:ou|i)nds?|show(?:s|ed|ing)|pictur(?:es|ed|ing)|photograph(?:s|ed)|observe[sd])$/
const WOKE = /^(?:woke|wakes|awoke|awakened|waking|listen(?:s|ed|ing))$/
const FOOTAGE = /^(?:videos?|footage|clips?|recordings?|sounds?|film|audio|images?)$/

/** "filmed | a man shouting", "woke to | a man shouting", "video of | a man shouting": it is he who shouts. */
export const isSeen = (lead: string, before: string): boolean =>
  FILMED.test(lead) || (lead === 'to' && WOKE.test(before)) || (lead === 'of' && FOOTAGE.test(before))

/** "let | Egan say". */
export const LET = /^(?:let|lets|letting)$/
/** "prompting | Egan to say", "leaving | Egan to say". */
export const LEFT_TO =
  /^(?:prompt(?:s|ed|ing)|leaves|left|leaving|leads|led|leading|caus(?:es|ed|ing)|forc(?:es|ed|ing)|driv(?:es|ing)|drove|mov(?:es|ed|ing)|push(?:es|ed|ing)|inspir(?:es|ed|ing)|provok(?:es|ed|ing))$/

/** Whether whom somebody hears, films or prompts begins behind the word. */
export const isLead = (lower: string): boolean =>
  HEARD.test(lower) || RECALLED.test(lower) || FILMED.test(lower) || LET.test(lower) || LEFT_TO.test(lower)
