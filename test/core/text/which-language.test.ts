import fc from 'fast-check'
import { expect, it } from 'vitest'
import { whichLanguage } from '#core/text/which-language.ts'

it.each([
  [
    'en',
    'The bridge over the harbour will open on Monday, the city council said, two years later than it was planned.',
  ],
  [
    'de',
    'Die Brücke über den Hafen wird am Montag eröffnet, sagte die Bürgermeisterin, zwei Jahre später als geplant.',
  ],
  [
    'fr',
    'Le pont sur le port sera ouvert lundi, selon la mairie, deux ans plus tard que prévu, et avec un coût qui est élevé.',
  ],
  [
    'es',
    'El puente sobre el puerto se abrirá el lunes, según el ayuntamiento, dos años más tarde de lo que estaba previsto.',
  ],
  [
    'pt',
    'A ponte sobre o porto será aberta na segunda-feira, disse a câmara, dois anos mais tarde do que estava previsto.',
  ],
  [
    'it',
    'Il ponte sul porto sarà aperto lunedì, ha detto il sindaco, con due anni di ritardo, e non è la prima volta.',
  ],
  [
    'nl',
    'De brug over de haven gaat maandag open, zegt de gemeente, twee jaar later dan het plan was, en het is niet klaar.',
  ],
  ['sv', 'Bron över hamnen öppnas på måndag, säger kommunen, två år senare än det var tänkt, och den är inte färdig.'],
  [
    'da',
    'Broen over havnen åbner på mandag, siger kommunen, to år senere end det blev besluttet af byrådet, og den er ikke færdig.',
  ],
  [
    'nb',
    'Broen over havnen åpner på mandag, sier kommunen, to år senere enn det ble bestemt av byrådet, og den er ikke ferdig.',
  ],
  [
    'fi',
    'Silta on auki maanantaina, kaupunki sanoi, ja se oli myöhässä, mutta myös kallis kuin mikään, että hän ei tiennyt.',
  ],
  [
    'pl',
    'Most nad portem zostanie otwarty w poniedziałek, jak podał urząd, ale nie jest to koniec, bo prace są w toku.',
  ],
  [
    'cs',
    'Most nad přístavem se otevře v pondělí, ale podle města je to o dva roky později, a práce jsou stále v běhu.',
  ],
  [
    'ro',
    'Podul din port este deschis luni, a spus primarul, cu doi ani mai târziu, și nu este gata pentru că au fost probleme.',
  ],
  ['hu', 'A híd hétfőn nyílik meg, és az önkormányzat szerint ez nem a vége, mert egy év is van még hátra.'],
  [
    'tr',
    'Köprü pazartesi günü açılacak, bu çok geç bir tarih ve belediye için daha pahalı olan bir iş gibi görünüyor.',
  ],
  [
    'id',
    'Jembatan itu akan dibuka pada hari Senin, kata wali kota, dan tidak ada yang tahu dari mana uang ini untuk proyek.',
  ],
  ['ru', 'Мост через гавань откроют в понедельник, сообщил городской совет, это поздно.'],
  ['uk', 'Міст через гавань відкриють у понеділок, повідомила міська рада.'],
  ['el', 'Η γέφυρα ανοίγει τη Δευτέρα, λέει ο δήμος.'],
  ['ar', 'قالت البلدية إن الجسر سيفتح يوم الاثنين.'],
  ['he', 'הגשר ייפתח ביום שני, אמרה העירייה.'],
  ['ja', '港にかかる橋は月曜日に開通すると市が発表した。'],
  ['zh', '市政府表示，跨港大桥将于周一开放。'],
  ['ko', '항구를 가로지르는 다리가 월요일에 개통된다고 시가 밝혔다.'],
])('tells %s by a sentence', (language, text) => {
  expect(whichLanguage(text)).toBe(language)
})

it.each([
  ['few words', 'Bridge opens'],
  ['names alone', 'Mira Solberg Oskar Lindqvist Anna Berg Nils Aker Tove Holm Per Vik Ida Lund Ove Dahl'],
  ['figures alone', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15'],
])('does not guess from %s', (_what, text) => {
  expect(whichLanguage(text)).toBeUndefined()
})

it('is not misled by a quote in another language', () => {
  const english = 'The mayor of the town said that it was time to open the bridge, and that the work is done at last. '
  expect(whichLanguage(`${english.repeat(4)} “Der Bau ist nicht zu Ende,” he said.`)).toBe('en')
})

it('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void whichLanguage(text)))
})
