import { findMarks } from '../text/marks.ts'
import { peoplesLines, type WrittenLine } from './peoples-lines.ts'

/** What wg prepares for meetings. */
export interface PreparedTexts {
  /** Templates, with their values unfilled: of whichever meeting, and also where a name has changed since. */
  readonly templates?: readonly string[]
  /** What wg makes for this very meeting: every line of it is known as it stands. */
  readonly skeletons?: readonly string[]
}

const COMMENT = /^\s*<!--(?:(?!-->).)*-->\s*$/
const ITEM = /^(?:[-*+]|\d{1,3}[.)]) /

/** Lines that say nothing yet: comments, headings, rules, a label without a value, an empty item. */
const EMPTY: readonly RegExp[] = [
  COMMENT,
  /^#{1,6}(?:\s|$)/,
  /^[-=*_]{3,}$/,
  /^\s*[-*+]?\s*[*_]*[^:*_]{1,40}[*_]*:[*_]*$/,
  /^\s*(?:[-*+]|\d{1,3}[.)])(?:\s+\[ \])?$/,
]

/**
 * Whether a text is only what wg wrote before the meeting: nobody has noted anything in it. Headings, comments, labels without a value
 * and lines of a template say nothing; nor does an item that somebody put on the agenda, unless notes stand below it. A text
 * without a word is untouched too; one without the key of a meeting is somebody's own, unless every line of it is a skeleton's.
 */
export function isUntouched(text: string, { templates = [], skeletons = [] }: PreparedTexts = {}): boolean {
  if (text.trim() === '') return true
  const hasKey = text.includes('<!-- wg:meeting ')
  if (!hasKey && skeletons.length === 0) return false
  const lines = peoplesLines(text, skeletons)
  if (lines.length === 0 || !hasKey) return lines.length === 0
  const nothing = [...EMPTY, ...templates.flatMap(templateLines)]
  const isOnAgenda = agendaOf(text)
  return lines.every(
    (line) =>
      nothing.some((pattern) => pattern.test(line.text.trimEnd())) ||
      (ITEM.test(line.text) && isOnAgenda(line)),
  )
}

/** Whether a line stands between the marks of the agenda. */
function agendaOf(text: string): (line: WrittenLine) => boolean {
  const blocks = findMarks(text).blocks.filter(({ name }) => name === 'agenda')
  const lineAt = (offset: number) => text.slice(0, offset).split(/\r\n|\n|\r/).length
  const spans = blocks.map(
    ({ contentStart, contentEnd }) => [lineAt(contentStart), lineAt(contentEnd)] as const,
  )
  return ({ line }) => spans.some(([first, last]) => first <= line && line < last)
}

const VALUE = /\{\{\s*([\w.]+)\s*\}\}/g
const DAY = '\\d{4}-\\d{2}-\\d{2}'
/** What stands where a template has a value; a title may be anything. */
const VALUES: Readonly<Record<string, string>> = {
  'meeting.key': `[\\w-]+/${DAY}`,
  'meeting.date': DAY,
  'meeting.join': '\\S*',
  'meeting.watch': '\\S*',
}

/** A template's lines. One that is little more than a value would fit every note, so it is left to the skeletons. */
function templateLines(template: string): RegExp[] {
  const lines = template.split(/\r?\n/).map((line) => line.trimEnd())
  return lines
    .filter((line) => line !== '' && /\w/.test(line.replace(VALUE, '')))
    .map((line) => {
      const parts = line.split(VALUE)
      const source = parts.map((part, index) =>
        index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : (VALUES[part] ?? '.*'),
      )
      return new RegExp(`^${source.join('')}$`)
    })
}
