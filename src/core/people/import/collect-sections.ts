import { readRole } from './entry-words.ts'
import { readHeading } from './heading-meaning.ts'
import { readPhrase, type Piece } from './phrase-pieces.ts'
import { readEntry, textOf } from './read-entry.ts'
import { readTable } from './read-table.ts'
import { SUMMARY_LEVEL, type Block } from './roster-blocks.ts'
import { find } from './roster-problems.ts'
import type { Emptiness } from './roster-section.ts'
import { plainWords, type RosterWords } from './roster-words.ts'
import {
  currentDraft,
  enterFold,
  enterHeading,
  enterMark,
  enterRole,
  leaveFold,
  leaveLevel,
  leaveMark,
  leavePage,
  makeStack,
  takeReading,
  type Draft,
  type SectionStack,
} from './section-stack.ts'

type Item = Extract<Block, { kind: 'item' }>

/** Items that head a list are headings below all others, deeper ones below shallower ones. */
const ITEM_LEVEL = 10
const LONGEST_LINE_HEADING = 6

interface Collecting {
  readonly stack: SectionStack
  /** The depth of the item above that is an entry; items below it talk about that person. */
  entryDepth: number
}

/** Sorts the blocks of a page into the sections of its rosters. */
export function collectSections(blocks: readonly Block[], words: RosterWords): SectionStack {
  const collecting: Collecting = { stack: makeStack(words), entryDepth: Infinity }
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'item') takeItem(collecting, block, blocks[index + 1])
    else takeBlock(collecting, block)
  }
  leavePage(collecting.stack)
  return collecting.stack
}

function takeBlock(collecting: Collecting, block: Exclude<Block, Item>): void {
  const { stack } = collecting
  const { offset } = block
  if (block.kind !== 'prose') leaveItems(collecting)
  if (block.kind === 'heading') enterHeading(stack, { title: titleOf(block), level: block.level, offset })
  else if (block.kind === 'begin') enterMark(stack, block.team, offset)
  else if (block.kind === 'end') leaveMark(stack, offset)
  else if (block.kind === 'fold') enterFold(stack, offset)
  else if (block.kind === 'unfold') leaveFold(stack)
  else if (block.kind === 'prose') takeProse(collecting, block)
  else takeTable(stack, block)
}

function leaveItems(collecting: Collecting): void {
  leaveLevel(collecting.stack, ITEM_LEVEL)
  collecting.entryDepth = Infinity
}

function takeTable(stack: SectionStack, table: Extract<Block, { kind: 'table' }>): void {
  const draft = currentDraft(stack)
  if (draft === undefined) return
  if (table.unclosed) draft.unread.push(find('roster-unclosed', table.offset, '`<table>`'))
  for (const reading of readTable(table, stack.words)) takeReading(draft, reading)
}

function takeItem(collecting: Collecting, item: Item, next: Block | undefined): void {
  const { stack, entryDepth } = collecting
  leaveLevel(stack, ITEM_LEVEL + item.depth)
  const draft = currentDraft(stack)
  if (draft === undefined) return
  const { offset } = item
  const pieces = readPhrase(item.tags)
  const names = pieces.some(({ kind }) => kind === 'account' || kind === 'odd')
  if (item.depth > entryDepth) {
    if (names) draft.unread.push(find('roster-nested', offset, textOf(pieces)))
    return
  }
  collecting.entryDepth = names ? item.depth : Infinity
  if (!names && next?.kind === 'item' && next.depth > item.depth) takeLabel(stack, draft, item)
  else if (!isEmptiness(draft, pieces, stack.words))
    takeReading(draft, readEntry({ pieces, offset }, stack.words))
}

/** An item that names nobody and heads a list of its own: `Chairs`, `Emeritus`. */
function takeLabel(stack: SectionStack, draft: Draft, item: Item): void {
  const heading = { title: titleOf(item), level: ITEM_LEVEL + item.depth, offset: item.offset }
  const role = readRole(heading.title, stack.words)
  const meaning = readHeading(heading.title, stack.words)
  if (role !== undefined && role !== 'emeritus') enterRole(stack, heading, role)
  else if (meaning !== undefined) enterHeading(stack, heading)
  else draft.doubts.push(find('roster-group', item.offset, heading.title))
}

function takeProse(collecting: Collecting, { tags, offset }: Extract<Block, { kind: 'prose' }>): void {
  const { stack } = collecting
  const pieces = readPhrase(tags)
  const title = lineHeading(pieces)
  if (title !== undefined && typeof readHeading(title, stack.words) === 'object') {
    leaveItems(collecting)
    enterHeading(stack, { title, level: SUMMARY_LEVEL, offset })
    return
  }
  const draft = currentDraft(stack)
  if (draft === undefined || isEmptiness(draft, pieces, stack.words)) return
  const first = pieces.find((piece) => piece.kind !== 'text' || piece.text.trim() !== '')
  if (first?.kind === 'odd') draft.unread.push(find('roster-login', first.offset, first.raw))
  if (first?.kind === 'account') draft.unread.push(find('roster-prose', offset, textOf(pieces)))
}

/** A short line in bold, or one that ends in a colon, does the work of a heading. */
function lineHeading(pieces: readonly Piece[]): string | undefined {
  const text = textOf(pieces)
  const strong = pieces.every((piece) => piece.kind === 'text' && (piece.strong || piece.text.trim() === ''))
  if (text.length > 80 || text.split(' ').length > LONGEST_LINE_HEADING) return undefined
  return (strong && text !== '') || (text.endsWith(':') && pieces.every(({ kind }) => kind === 'text'))
    ? text
    : undefined
}

function isEmptiness(draft: Draft, pieces: readonly Piece[], words: RosterWords): boolean {
  const said = emptinessOf(plainWords(textOf(pieces)), words)
  if (said !== undefined) draft.empty = said
  return said !== undefined
}

function emptinessOf(plain: string, { empty }: RosterWords): Emptiness | undefined {
  return Object.hasOwn(empty, plain) ? empty[plain] : undefined
}

function titleOf({ tags }: { readonly tags: Item['tags'] }): string {
  return textOf(readPhrase(tags)).replace(/[\s:]+$/u, '')
}
