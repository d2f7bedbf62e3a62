const BREAK = /[\t\n\r]/

/** The same text with every break of a hard-wrapped line made a space, so that offsets stay as they are. */
export const oneLine = (text: string): string => (BREAK.test(text) ? text.replaceAll(/[\t\n\r]/g, ' ') : text)
