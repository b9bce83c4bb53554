import { markdownProse } from '../text/inline-markdown.ts'
import type { Line } from '../text/line.ts'
import type { Day } from '../time/day.ts'
import type { Action } from './minutes-record.ts'
import { dropRepeatedActions } from './same-action.ts'

/** The actions of the minutes of one day. */
export interface SaidActions {
  readonly date: Day
  readonly actions: readonly Action[]
  /** The names of people in these minutes, by login. */
  readonly names: ReadonlyMap<string, string>
  /** Whether these minutes list what was open before them, so that earlier ones need not be asked. */
  readonly listsOpen: boolean
}

/** An action that is still open, and the day on which it was said first as far as is known. */
export interface OpenAction {
  readonly text: string
  readonly owners: readonly string[]
  readonly since: Day
  /** Whether the text itself says whose it is. */
  readonly named: boolean
}

const SINCE = /\s*\(since (\d{4}-\d{2}-\d{2})\)$/

/**
 * The actions of earlier minutes that are open, the newest minutes first: what later minutes have done is done, and what several say stands once,
 * as it was said last. `earlier` has the newest first; those before one that lists what was open do not count.
 */
export function openActions(earlier: readonly SaidActions[]): readonly OpenAction[] {
  const known: (OpenAction & { done: boolean })[] = []
  const last = earlier.findIndex(({ listsOpen }) => listsOpen)
  for (const { date, actions, names } of last === -1 ? earlier : earlier.slice(0, last + 1)) {
    for (const { text, owners, done } of actions) {
      const named = owners.some((owner) => namesOwner(text, owner, names.get(owner)))
      const said = { text: text.replace(SINCE, ''), owners, done, named, since: sinceOf(text, date) }
      const at = known.findIndex((other) => isSame(other, said))
      const same = known[at]
      if (same === undefined) known.push(said)
      else if (said.since < same.since) known[at] = { ...same, since: said.since }
    }
  }
  return known.flatMap(({ done, ...open }) => (done ? [] : [open]))
}

/** By login, by the name as a whole or by its first word. */
function namesOwner(text: string, owner: string, name: string | undefined): boolean {
  const words = [owner, ...(name === undefined ? [] : [name, name.split(' ')[0] ?? name])]
  return words.some((word) => text.toLowerCase().includes(word.toLowerCase()))
}

function sinceOf(text: string, date: Day): Day {
  return (SINCE.exec(text)?.[1] ?? date) as Day
}

function isSame(a: OpenAction, b: OpenAction): boolean {
  const [first, second] = [a, b].map(({ text, owners }) => ({
    text,
    owners,
    done: false,
    line: 1,
    marked: true,
  }))
  return first !== undefined && second !== undefined && dropRepeatedActions([first, second]).length === 1
}

/** What `wg:actions` shows: a box for each action that is open, with who owns it and since when. */
export function openActionLines(actions: readonly OpenAction[]): readonly Line[] {
  if (actions.length === 0) return [{ text: '_No action is open._' }]
  return actions.map(({ text, owners, since, named }) => {
    const who = named || owners.length === 0 ? '' : `${owners.map(nameOf).join(', ')}: `
    const line = `${who}${markdownProse(text)}`
    return { text: `- [ ] ${line} (since ${since})`, identity: `action:${text}` }
  })
}

/** A login, or a name as it was written. */
function nameOf(owner: string): string {
  return /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/.test(owner) ? `@${owner}` : markdownProse(owner)
}
