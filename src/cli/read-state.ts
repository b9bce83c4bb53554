import { type State, STATES } from '../core/charters/states.ts'
import { readChoice } from './read-choice.ts'

/** A state of a team as it is typed. Refuses a word that is none. */
export function readState(text: string): State {
  return readChoice(text, STATES, `\`${text}\` is no state of a team.`)
}
