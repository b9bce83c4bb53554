import { charterFile, type Charter } from '../charters/charter.ts'
import { endedBy, stateOn, stateSince } from '../charters/history.ts'
import { type State, STATES } from '../charters/states.ts'
import { findMarks } from '../text/marks.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'
import { linkedFile } from './charter-links.ts'
import type { Check, Finding } from './check.ts'

/** An item of a list or a row of a table that links to a charter. */
interface Entry {
  readonly charter: Charter
  readonly text: string
  /** From 1. */
  readonly line: number
  /** The heading above it. */
  readonly heading: string
}

const LINK = /\[((?:[^[\]\\]|\\.)*)\]\(\s*<?([^\s)>]+)>?[^)]*\)/g
const ENTRY = /^\s*(?:[-*+]\s|\d+[.)]\s|\|)/
const PAST = /past|former|conclud|ended|archiv|retired|closed|history|replaced|inactive|emerit/i

const indexesAreTrue: Check['find'] = ({ workspace, now }) => {
  const today = todayAt(now)
  return pagesOf(workspace).flatMap(([file, text]) => {
    const filled = findMarks(text).blocks.map(({ line, start, contentEnd }) => ({
      from: line,
      to: line + text.slice(start, contentEnd).split('\n').length - 1,
    }))
    return entriesOf(file, text, workspace).flatMap((entry): Finding[] => {
      const message = faultOf(entry, today)
      if (message === undefined) return []
      const isFilled = filled.some(({ from, to }) => from <= entry.line && entry.line <= to)
      const hint = isFilled
        ? 'Run `wg render`.'
        : 'Put this line right, or let `wg render` fill a mark `wg:charters` here.'
      return [{ message, hint, place: { file, line: entry.line, column: 1 } }]
    })
  })
}

/** Minutes and the log of changes say what was; charters link to others for many reasons. */
function pagesOf({ texts }: Workspace): readonly (readonly [string, string])[] {
  const isPage = (file: string) =>
    file.endsWith('.md') &&
    !/^(?:meetings|templates)\/|(?:^|\/)(?:changelog|changes|history)\.md$/i.test(file) &&
    !/^charters\/(?!(?:readme|index)\.md$)/i.test(file)
  return [...texts].filter(([file, text]) => (isPage(file) && text.includes('charters/')) || isIndex(file))
}

function isIndex(file: string): boolean {
  return /^charters\/(?:readme|index)\.md$/i.test(file)
}

function entriesOf(file: string, text: string, { charters }: Workspace): readonly Entry[] {
  const byFile = new Map([...charters.values()].map((charter) => [charterFile(charter.team), charter]))
  const folder = file.split('/').slice(0, -1).join('/')
  let heading = ''
  let isCode = false
  return text.split(/\r?\n/).flatMap((line, index): Entry[] => {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode
    heading = /^#{1,6}\s+(.*)/.exec(line)?.[1] ?? heading
    if (isCode || !ENTRY.test(line)) return []
    const named = [...line.matchAll(LINK)].flatMap(
      ([, , link = '']) => byFile.get(linkedFile(link, folder) ?? '') ?? [],
    )
    const [charter] = named
    return charter && new Set(named).size === 1 ? [{ charter, text: line, line: index + 1, heading }] : []
  })
}

function faultOf({ charter, text, heading }: Entry, today: Day): string | undefined {
  const state = stateOn(charter, today)
  if (state === undefined) return undefined
  const said = statedIn(text)
  const since = stateSince(charter, today) ?? ''
  if (said !== undefined && said !== state)
    return `This lists \`${charter.team}\` as ${said}, and since ${since} it is ${state}.`
  const ended = endedBy(charter, today)
  if (ended === undefined || said !== undefined || PAST.test(heading) || ANY_STATE.test(text))
    return undefined
  return `This lists \`${charter.team}\` among others, and it was ${state} on ${ended}.`
}

const SPELLED = new Map<string, State>(
  STATES.flatMap((state) => [
    [state, state],
    [state.replaceAll('-', ' '), state],
    [state.replaceAll('-', ''), state],
  ]),
)
const ANY_STATE = new RegExp(`(?<![\\w-])(?:${[...SPELLED.keys()].join('|')})(?![\\w-])`, 'i')

/** The state that a line states: a whole cell, or a whole phrase between brackets, commas, colons or dashes. */
function statedIn(text: string): State | undefined {
  const plain = text.replace(LINK, ' ').replace(/[*_`~]/g, '')
  const phrases = plain.split(/[|()[\],;:—–]|\s-\s/).map((phrase) => phrase.trim().toLowerCase())
  const stated = phrases.flatMap((phrase) => {
    const [, word = ''] = /^([a-z -]+?)(?:\s+(?:since|on|in|from)\s.*|\s+\d.*)?$/.exec(phrase) ?? []
    return SPELLED.get(word) ?? []
  })
  return stated[0]
}

/** The checks of pages that list teams. */
export const indexChecks: readonly Check[] = [
  {
    name: 'index-is-true',
    severity: 'warning',
    sentence: 'No page lists a team in a state that it no longer has.',
    find: indexesAreTrue,
  },
]
