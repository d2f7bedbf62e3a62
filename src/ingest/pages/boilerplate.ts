/**
 * Lines that stand in article after article, by what they do to the text around them. English first, then
 * what was seen in German, French, Spanish, Portuguese and Italian. All are matched against whole short lines.
 */

/** A heading that everything below belongs to, when it stands in the last part of a text. */
export const ENDS_THE_ARTICLE =
  /^(?:about (?:the )?(?:authors?|us|(?:\p{Lu}|[a-z]+\p{Lu}).{0,40})|related(?: (?:articles?|posts?|stories|news|content|topics?|coverage|links?).{0,60})?|(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended(?: (?:for you|reading|stories|articles|videos))?|more (?:from|on|about|news|stories|in|like this).{0,60}|most (?:read|popular|viewed|shared).{0,20}|read next|up next|see also|(?:latest|top|trending|breaking) (?:news|stories|headlines|videos)|join the (?:conversation|discussion)|leave a (?:reply|comment)|(?:\d+ )?comments?|share (?:this|on|your).{0,40}|post navigation|(?:media|press) contacts?|(?:for )?more information|references|tags|topics|filed under|further reading|sources?|don't miss|what (?:do you think|others are reading)|tell us what you think)\b.{0,30})[:.…]*$/iu

/** Alone, a line like these says nothing of the article. */
export const SAYS_NOTHING: readonly RegExp[] = [
  /^(?:advert(?:isement|ising)?s?|sponsored(?: content)?|anzeige|werbung|publicidade|publicidad|publicité|iklan|continue reading(?: below| the main story)?|story continues(?: below)?.{0,40}|article continues(?: below)?.{0,40}|read more|show more|load more|click here|learn more|close|caption|share|print|email|tweet|save|follow|subscribe|sign up|log in|loading|highlights|_{2,}|\*{3,}|[-–—•·|]+|\d{1,3}|(?:image |photo )?\d{1,3} (?:of )?\/? ?\d{1,3}|image \d+ of ?\/? ?\d+|don['’]t miss)[.:…]*$/i,
  /^(?:related|read(?: more| also| next)?|see (?:also|more)|also (?:read|see|on)|watch(?: now| also)?|listen|more|don't miss|must read|recommended|trending|up next|opinion|explainer|siehe auch|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|leia (?:também|mais)|ver también|leggi anche|baca juga)\s?[:>|»].{0,160}$/i,
  /^(?:subscribe|sign up|register|get (?:the (?:latest|best|app|day's)|our|breaking|access|motor|more)|join (?:our|us|the)|follow (?:us|me|him|her|them|ap|our|@|\S+ on)|like us|download (?:the|our)|click here|for more (?:news|stories|information|on)|to (?:read|see|subscribe|comment|contact)|contact (?:the|us|our|him|her)|have a (?:tip|story|question|confidential)|got a (?:tip|story)|if you (?:enjoyed|liked|have any|would like|have a)|support (?:our|us|the)|send (?:us|your)|listen to|watch the|this (?:article|story|post|piece|content) (?:was|has been|is|may|originally|first|contains?|appear)|(?:originally|first) (?:published|posted|appeared)|all rights reserved|copyright|©|\(c\)|the views (?:and opinions )?expressed|ftc:|disclosure|disclaimer|source:|via\b|photo(?:s|graph)?(?: credit| by)?:|image(?:s)?(?: credit| by)?:|credit:|reporting by|additional reporting|editing by|writing by|with (?:files|reporting|inputs?) from|updated?:?|published:?|posted:?|last (?:updated|modified)|correction:|editor's note|note to|the associated press contributed|copyright|agence france|with agency inputs?|join (?:our|the)).*$/i,
]

/** Of those above, only such as follow a link or stand at the edge are taken for noise; longer ones are prose. */
export const LONGEST_NOTHING = 220

export const BYLINE =
  /^(?:by|von|par|por|di|text|words|story|written by|reported by|posted by|author)\s?:?\s+\p{Lu}[\p{L}\p{M}.'’ -]{2,60}(?:\s*[|,•·–—-]\s*.{0,80})?$/iu

/** A line of nothing but a date, with or without what the date is of. */
export const DATELINE =
  /^(?:\W*(?:by .{2,50}|published|updated|posted|last updated|first published|created|on|at|date|publicado|atualizado|veröffentlicht|stand|publié|mis à jour)\W*)?(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur?|sun)(?:day)?\W*|segunda|terça|quarta|quinta|sexta|sábado|domingo|-feira\W*)*(?:\d{1,2}(?:st|nd|rd|th)?\W*(?:de )?)?(?:\p{L}{3,10}\.?\W*(?:de )?)?(?:\d{1,2}\W*)?(?:19|20)\d\d\b.{0,40}$/iu

/** When it was published, whoever says so in whatever words: "The Courier Published Monday, 8:22AM", "| UPDATED: 11:05, Tue". */
export const STAMP = /^.{0,40}\b(?:published|updated|posted)\b:? .{0,30}(?:\b(?:19|20)\d\d\b|\d:\d\d).{0,20}$/i

/** What a publishing system should have put something else in the place of: "[button link=…] Send us yours[/button]". */
export const SHORTCODE = /^\[(\w+)\b[^[\]]*\][^[\]]*\[\/\1\]$/

export const IS_ADDRESS = /^https?:\/\/\S+$/
