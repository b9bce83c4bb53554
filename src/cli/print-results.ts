import type { Result } from '../core/doctor/examination-table.ts'
import type { State } from '../core/doctor/examination.ts'
import { groupBy } from '../core/group-by.ts'
import { terminalText } from '../core/text/terminal-text.ts'
import type { Terminal } from '../ports.ts'
import { paint } from './paint.ts'

const STYLES: Readonly<Record<State, 'green' | 'yellow' | 'red' | 'dim'>> = {
  fine: 'green',
  warning: 'yellow',
  wrong: 'red',
  unknown: 'dim',
}

const WIDTH = 'warning'.length + 2

/** Results as paragraphs, those that could not be had at the end; what many of them say alike is said once, with their names. */
export function printResults(results: readonly Result[], terminal: Terminal): string {
  const known = results.filter(({ state }) => state !== 'unknown')
  const unknown = results.filter(({ state }) => state === 'unknown')
  const alike = groupBy(unknown, ({ hint, page, message }) => JSON.stringify([hint ?? message, page]))
  return [...known.map((result) => [result]), ...alike.values()]
    .map((group) => paragraph(group, terminal))
    .join('')
}

/** Results with one remedy: what they say, whom it concerns when several say the same, and what to do. */
function paragraph(group: readonly Result[], terminal: Terminal): string {
  const [first] = group
  if (!first) return ''
  const messages = [...new Set(group.map(({ message }) => message))]
  const names = [...new Set(group.map(({ name }) => name))]
  const about = messages.length < names.length ? [`Not looked at: ${names.join(', ')}.`] : []
  const lines = [...messages, ...about, ...[first.hint, first.page].filter((line) => line !== undefined)]
  const level = paint(terminal, STYLES[first.state], first.state.padEnd(WIDTH))
  return lines
    .map((line, index) => `${index === 0 ? level : ' '.repeat(WIDTH)}${terminalText(line)}\n`)
    .join('')
}

/** `1 wrong, 2 warnings, 3 unknown, 9 fine`. */
export function countResults(results: readonly Result[]): string {
  const count = (wanted: State) => results.filter(({ state }) => state === wanted).length
  const warnings = count('warning')
  const parts = [
    [count('wrong'), 'wrong'],
    [warnings, warnings === 1 ? 'warning' : 'warnings'],
    [count('unknown'), 'unknown'],
    [count('fine'), 'fine'],
  ] as const
  return parts.flatMap(([number, noun]) => (number === 0 ? [] : [`${number} ${noun}`])).join(', ')
}
