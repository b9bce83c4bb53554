import type { SourceLine } from './source-lines.ts'
import { isTableRule, tableCells } from './table-cells.ts'

/** A heading, a list item, a paragraph, a row of a table, or a rule. */
export interface Block {
  readonly kind: 'heading' | 'item' | 'text' | 'row' | 'rule'
  readonly line: number
  /** Headings: 1 to 6. Items: how deep they are nested, 0 outermost. Text: 0, or one more than the item it belongs to. */
  readonly level: number
  /** The lines that belong to it, markers taken off, trimmed. */
  readonly lines: readonly SourceLine[]
  /** The lines as one. */
  readonly text: string
  /** The bullet or `1.` of an item. */
  readonly marker?: string
  /** The box of an item: ticked or not. */
  readonly checked?: boolean
  readonly cells?: readonly string[]
}

interface Draft {
  kind: Block['kind']
  level: number
  lines: SourceLine[]
  length: number
  marker?: string
  checked?: boolean
  cells?: readonly string[]
}

interface Reader {
  readonly drafts: Draft[]
  /** Columns of the bullets of the items that are open. */
  readonly indents: number[]
  open: Draft | undefined
  afterBlank: boolean
}

/** `##Topic` without a space is no heading by the rules of Markdown, but people mean one. */
const HEADING = /^ {0,3}(?:(#{1,6})(?: +|$)|(#{2,6})(?=[A-Za-z*_[]))(.*)$/
const CLOSING_HASHES = /^#+$/
const ITEM = /^( *)([-*+•–]|\d{1,3}[.)])(?: +|$)(.*)$/
const TIGHT_ITEM = /^( *)(\*)(?=[A-Z][^*]*$)(.*)$/
const BOX = /^\\?\[([ xX✓✔]?)\\?\](?: +|$)(.*)$/
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/
const SETEXT = /^ {0,3}(={3,}|-{3,}) *$/
const QUOTE = /^(?: {0,3}> ?)+/
/** A paragraph longer than this goes on as a new one, so that no step works on more than this at once. */
const LONGEST_BLOCK = 20_000

/** Reads lines of Markdown into blocks in order; nesting is a number, not a tree, so depth costs nothing. */
export function readBlocks(lines: readonly string[]): Block[] {
  const reader: Reader = { drafts: [], indents: [], open: undefined, afterBlank: true }
  lines.forEach((line, index) => {
    readLine(reader, { text: line.replace(QUOTE, ''), line: index + 1 }, lines[index + 1] ?? '')
  })
  return reader.drafts.map(toBlock)
}

function readLine(reader: Reader, source: SourceLine, next: string): void {
  const { text } = source
  if (text.trim() === '') {
    reader.open = undefined
    reader.afterBlank = true
    return
  }
  if (!readSetext(reader, text) && !readMarked(reader, source, next)) readPlain(reader, source)
  reader.afterBlank = false
}

function readSetext(reader: Reader, text: string): boolean {
  const mark = SETEXT.exec(text)?.[1]
  const { open } = reader
  if (mark === undefined || open?.kind !== 'text' || open.level > 0 || open.lines.length > 2) return false
  open.kind = 'heading'
  open.level = mark.startsWith('=') ? 1 : 2
  reader.open = undefined
  return true
}

function readMarked(reader: Reader, source: SourceLine, next: string): boolean {
  const { text, line } = source
  const heading = HEADING.exec(text)
  if (heading !== null) {
    const level = (heading[1] ?? heading[2] ?? '#').length
    begin(reader, { kind: 'heading', level, lines: [{ text: withoutClosingHashes(heading[3] ?? ''), line }] })
    reader.indents.length = 0
    reader.open = undefined
    return true
  }
  if (RULE.test(text)) {
    begin(reader, { kind: 'rule', level: 0, lines: [{ text: '', line }] })
    reader.indents.length = 0
    reader.open = undefined
    return true
  }
  return readRow(reader, source, next) || readItem(reader, source)
}

function withoutClosingHashes(text: string): string {
  const trimmed = text.trim().replace(/^#+ /, '')
  const space = trimmed.lastIndexOf(' ')
  return CLOSING_HASHES.test(trimmed.slice(space + 1)) ? trimmed.slice(0, Math.max(space, 0)).trim() : trimmed
}

function readRow(reader: Reader, { text, line }: SourceLine, next: string): boolean {
  const inTable = reader.drafts.at(-1)?.kind === 'row' && !reader.afterBlank
  const cells = tableCells(text, inTable || isTableRule(next))
  if (cells === undefined) return false
  reader.open = undefined
  if (!isTableRule(text)) begin(reader, { kind: 'row', level: 0, lines: [{ text, line }], cells })
  return true
}

function readItem(reader: Reader, { text, line }: SourceLine): boolean {
  const item = ITEM.exec(text) ?? TIGHT_ITEM.exec(text)
  if (item === null) return false
  const indent = item[1]?.length ?? 0
  while (reader.indents.length > 0 && indent < (reader.indents.at(-1) ?? 0) + 2) reader.indents.pop()
  const level = reader.indents.length
  reader.indents.push(indent)
  const box = BOX.exec(item[3] ?? '')
  begin(reader, {
    kind: 'item',
    level,
    lines: [{ text: (box === null ? item[3] : box[2])?.trim() ?? '', line }],
    marker: item[2] ?? '-',
    ...(box === null ? {} : { checked: (box[1] ?? '').trim() !== '' }),
  })
  return true
}

function readPlain(reader: Reader, { text, line }: SourceLine): void {
  const indented = text.startsWith(' ')
  const trimmed = text.trim()
  const { open } = reader
  if (
    open !== undefined &&
    open.length < LONGEST_BLOCK &&
    (open.kind === 'text' || indented || goesOn(open, trimmed))
  ) {
    open.lines.push({ text: trimmed, line })
    open.length += trimmed.length + 1
    return
  }
  if (!indented) reader.indents.length = 0
  begin(reader, { kind: 'text', level: reader.indents.length, lines: [{ text: trimmed, line }] })
}

/** A line at the margin right below an item: wrapped, when it starts small or the line above is long and unfinished. */
function goesOn(open: Draft, text: string): boolean {
  const last = open.lines.at(-1)?.text ?? ''
  return /^[a-z(,)]/.test(text) || (last.length > 60 && !/[.!?:)]$/.test(last))
}

function begin(reader: Reader, draft: Omit<Draft, 'length'>): void {
  const begun = { ...draft, length: draft.lines[0]?.text.length ?? 0 }
  reader.drafts.push(begun)
  reader.open = begun
}

function toBlock({ length, ...draft }: Draft): Block {
  const line = draft.lines[0]?.line ?? 1
  return { ...draft, line, text: length === 0 ? '' : draft.lines.map((one) => one.text).join(' ') }
}
