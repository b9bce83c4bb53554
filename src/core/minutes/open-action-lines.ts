import { markdownProse } from '../text/inline-markdown.ts'
import type { Line } from '../text/line.ts'
import type { Day } from '../time/day.ts'
import { sinceNote } from './since-note.ts'

/** An action that is still open, and the day on which it was said first as far as is known. */
export interface OpenAction {
  readonly text: string
  readonly owners: readonly string[]
  readonly since: Day
  /** Whether the text itself says whose it is. */
  readonly named: boolean
}

/** What `wg:actions` shows: a box for each action that is open, with who owns it and since when. */
export function openActionLines(actions: readonly OpenAction[]): readonly Line[] {
  if (actions.length === 0) return [{ text: '_No action is open._' }]
  return actions.map(({ text, owners, since, named }) => {
    const who = named || owners.length === 0 ? '' : `${owners.map(nameOf).join(', ')}: `
    return {
      text: `- [ ] ${who}${markdownProse(text)}${sinceNote(since)}`,
      identity: `action:${text}`,
    }
  })
}

/** A login, or a name as it was written. */
function nameOf(owner: string): string {
  return /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/.test(owner) ? `@${owner}` : markdownProse(owner)
}
