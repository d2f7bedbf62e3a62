import { expect, test } from 'vitest'
import { analyze } from '../english.ts'

test.each(['The mill (NYSE: HRBM) will close.', 'The mill (HRBM.L) will close.'])(
  'where a share is traded names nobody: %s',
  (text) => {
    const { people } = analyze({ title: '', text: `${text} Ana Lund said that the mill would open again.` })
    expect(people.map(({ name }) => name)).toEqual(['Ana Lund'])
  },
)
