import { doubledWords } from '../minutes/written-words.ts'
import { GROUP_FILE } from '../workspace.ts'
import type { Check } from './check.ts'

const wordsMeanOneThing: Check['find'] = ({ workspace }) =>
  doubledWords(workspace.group.minutes).map(({ word, role, first, index }) => ({
    message:
      role === first
        ? `\`${word}\` stands twice under \`${role}\`.`
        : `\`${word}\` stands under \`${first}\` and under \`${role}\`; it counts as \`${first}\`.`,
    hint: 'Take one of them out.',
    place: workspace.placeOf(GROUP_FILE, [
      'minutes',
      role === 'action' || role === 'decision' ? 'markers' : 'headings',
      role,
      index,
    ]),
  }))

/** The check of the words that a group adds to those of English minutes. */
export const minutesWordChecks: readonly Check[] = [
  {
    name: 'minutes-word-means-one-thing',
    severity: 'warning',
    sentence: 'Every word for the minutes in wg.yml stands there once.',
    find: wordsMeanOneThing,
  },
]
