import type { WatchedSource } from '../ports/sources.ts'
import { actions, type Inline, type Reply, reply, run, text } from '../reply.ts'
import type { Notice, Trouble } from './state.ts'

/** What whoever added a source is told about it, in one message. */
export function noticeReply(source: Pick<WatchedSource, 'id' | 'title' | 'url'>, notices: readonly Notice[]): Reply {
  const { id } = source
  const isTrouble = notices.some(({ kind }) => kind === 'trouble')
  return reply(
    ...notices.map((notice) => text(...sentences(source, notice))),
    ...(isTrouble
      ? [actions(run(`Try ${id} now`, 'source test', { id }), run(`Pause ${id}`, 'source pause', { id }))]
      : []),
  )
}

function sentences({ id, title }: Pick<WatchedSource, 'id' | 'title'>, notice: Notice): readonly Inline[] {
  const name: Inline = { bold: title }
  switch (notice.kind) {
    case 'trouble':
      return ['Your source ', name, ` (${id}) ${SAID[notice.trouble]} `, notice.why, ` ${THEN[notice.trouble]}`]
    case 'recovered':
      return [
        'Your source ',
        name,
        ` (${id}) `,
        notice.trouble === 'silent' ? 'has something new again.' : 'can be read again.',
      ]
    case 'moved':
      return ['Your source ', name, ` (${id}) has moved to `, notice.to, ' and is read there from now on.']
  }
}

const SAID: Readonly<Record<Trouble, string>> = {
  failing: 'cannot be read for some time now.',
  gone: 'seems to be gone.',
  blocked: 'does not let me read it.',
  parked: 'has become something else.',
  silent: 'has fallen silent.',
}

const THEN: Readonly<Record<Trouble, string>> = {
  failing: 'I go on trying, and tell you when it works.',
  gone: 'I go on trying once a week, and tell you if it comes back.',
  blocked: 'I go on trying once a day, and tell you when it works.',
  parked: 'I go on trying once a day, and tell you if it comes back.',
  silent: 'I go on looking, and tell you when there is something.',
}
