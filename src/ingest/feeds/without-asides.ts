/**
 * The head of a document without comments and processing instructions, so that its first tag is seen. Each is taken out
 * once, and one that never ends takes the rest with it: an expression that steps over them in a loop would try every way
 * to end them, which twenty-five empty comments make too many for a second.
 */
export const withoutAsides = (head: string): string => head.replace(/<!--[\s\S]*?(?:-->|$)|<\?[^>]*(?:>|$)/g, '')
