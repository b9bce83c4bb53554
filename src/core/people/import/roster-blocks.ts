import type { Tag } from './tag-stream.ts'

/** The parts of a page that a roster can be made of, in the order of the page. */
export type Block =
  | {
      readonly kind: 'heading'
      readonly level: number
      readonly tags: readonly Tag[]
      readonly offset: number
    }
  | { readonly kind: 'item'; readonly depth: number; readonly tags: readonly Tag[]; readonly offset: number }
  | { readonly kind: 'prose'; readonly tags: readonly Tag[]; readonly offset: number }
  | TableBlock
  | { readonly kind: 'begin'; readonly team: string; readonly offset: number }
  | { readonly kind: 'end'; readonly offset: number }
  | { readonly kind: 'fold'; readonly offset: number }
  | { readonly kind: 'unfold'; readonly offset: number }

export interface TableBlock {
  readonly kind: 'table'
  readonly rows: readonly (readonly TableCell[])[]
  readonly offset: number
  /** The page or a heading came before the end of the table. */
  readonly unclosed: boolean
}

export interface TableCell {
  readonly tags: readonly Tag[]
  readonly offset: number
}

/** The level of a summary, which stands below every heading. */
export const SUMMARY_LEVEL = 7

const BEGIN = /^\s*ncu-team-sync\.team\(([\w.-]+\/[\w.-]+)\)\s*$/u
const END = /^\s*ncu-team-sync end\s*$/u

interface OpenTable {
  readonly offset: number
  readonly rows: { tags: Tag[]; offset: number }[][]
}

interface Assembly {
  readonly blocks: Block[]
  line: Tag[]
  /** Where the line began, and what it is. */
  start: number | undefined
  form: 'heading' | 'item' | 'prose'
  level: number
  depth: number
  /** Paragraphs of the item so far: the first one is the entry, later ones talk about it. */
  paragraphs: number
  table: OpenTable | undefined
}

/** Puts the tags of a page together to headings, list items, paragraphs, tables and marks. */
export function readBlocks(tags: readonly Tag[]): readonly Block[] {
  const assembly: Assembly = {
    blocks: [],
    line: [],
    start: undefined,
    form: 'prose',
    level: 0,
    depth: 0,
    paragraphs: 0,
    table: undefined,
  }
  for (const tag of tags) takeTag(assembly, tag)
  closeTable(assembly, true)
  endLine(assembly)
  return assembly.blocks
}

function takeTag(assembly: Assembly, tag: Tag): void {
  if (tag.kind === 'comment') takeComment(assembly, tag.text, tag.offset)
  else if (tag.kind === 'text') takeInline(assembly, tag)
  else if (assembly.table === undefined || endsTable(tag)) takeFlow(assembly, tag)
  else takeCell(assembly, assembly.table, tag)
}

/** A heading written in Markdown cannot stand inside a table: that table was never closed. */
function endsTable(tag: Tag): boolean {
  return tag.kind === 'open' && !tag.html && /^h[1-6]$/u.test(tag.name)
}

function takeFlow(assembly: Assembly, tag: Extract<Tag, { name: string }>): void {
  const open = tag.kind === 'open'
  if (/^h[1-6]$/u.test(tag.name)) {
    if (open) closeTable(assembly, true)
    turn(assembly, tag, { form: open ? 'heading' : 'prose', level: Number(tag.name.slice(1)) })
  } else if (tag.name === 'summary') {
    turn(assembly, tag, { form: open ? 'heading' : 'prose', level: SUMMARY_LEVEL })
  } else if (tag.name === 'details') {
    turn(assembly, tag, { form: 'prose', level: 0 })
    assembly.blocks.push({ kind: open ? 'fold' : 'unfold', offset: tag.offset })
  } else if (tag.name === 'li') takeItem(assembly, tag)
  else if (tag.name === 'table') takeTable(assembly, tag)
  else if (tag.name === 'p') takeParagraph(assembly, open)
  else if (tag.name === 'ul' || tag.name === 'ol') takeHtmlList(assembly, open)
  else takeInline(assembly, tag)
}

function turn(assembly: Assembly, tag: Tag, next: Pick<Assembly, 'form' | 'level'>): void {
  endLine(assembly)
  assembly.form = next.form
  assembly.level = next.level
  assembly.start = tag.kind === 'open' ? tag.offset : undefined
}

function takeItem(assembly: Assembly, tag: Extract<Tag, { name: string }>): void {
  const open = tag.kind === 'open'
  endLine(assembly)
  if (!tag.html) assembly.depth = Math.max(0, assembly.depth + (open ? 1 : -1))
  assembly.form = open ? 'item' : 'prose'
  assembly.paragraphs = 0
  assembly.start = open ? tag.offset : undefined
}

/** HTML may leave out `</li>`, so there the lists tell the depth and not the items. */
function takeHtmlList(assembly: Assembly, open: boolean): void {
  endLine(assembly)
  assembly.depth = Math.max(0, assembly.depth + (open ? 1 : -1))
  assembly.form = 'prose'
}

function takeParagraph(assembly: Assembly, open: boolean): void {
  if (!open) {
    if (assembly.form === 'prose') endLine(assembly)
    return
  }
  if (assembly.form === 'heading') return
  assembly.paragraphs += 1
  if (assembly.form === 'item' && assembly.paragraphs === 1) return
  endLine(assembly)
  assembly.form = 'prose'
}

function takeTable(assembly: Assembly, tag: Tag): void {
  endLine(assembly)
  assembly.form = 'prose'
  if (tag.kind === 'open') assembly.table = { offset: tag.offset, rows: [] }
}

function takeCell(assembly: Assembly, table: OpenTable, tag: Extract<Tag, { name: string }>): void {
  const open = tag.kind === 'open'
  if (tag.name === 'table' && !open) closeTable(assembly, false)
  else if (tag.name === 'tr' && open) table.rows.push([])
  else if ((tag.name === 'td' || tag.name === 'th') && open) {
    if (table.rows.length === 0) table.rows.push([])
    table.rows.at(-1)?.push({ tags: [], offset: tag.offset })
  } else takeInline(assembly, tag)
}

function takeInline(assembly: Assembly, tag: Tag): void {
  const cell = assembly.table?.rows.at(-1)?.at(-1)
  if (assembly.table !== undefined) {
    cell?.tags.push(tag)
    return
  }
  if (assembly.form === 'prose' && tag.kind === 'text' && tag.text.startsWith('\n')) endLine(assembly)
  if (tag.kind === 'open' || (tag.kind === 'text' && tag.text.trim() !== '')) assembly.start ??= tag.offset
  assembly.line.push(tag)
}

function takeComment(assembly: Assembly, text: string, offset: number): void {
  const team = BEGIN.exec(text)?.[1]
  const ends = END.test(text)
  if (team === undefined && !ends) return
  closeTable(assembly, true)
  endLine(assembly)
  assembly.blocks.push(team === undefined ? { kind: 'end', offset } : { kind: 'begin', team, offset })
}

function closeTable(assembly: Assembly, unclosed: boolean): void {
  const { table } = assembly
  if (table === undefined) return
  assembly.table = undefined
  assembly.blocks.push({ kind: 'table', ...table, unclosed })
}

function endLine(assembly: Assembly): void {
  const { blocks, line: tags, start, form, level, depth } = assembly
  const said = tags.some((tag) => tag.kind === 'open' || (tag.kind === 'text' && tag.text.trim() !== ''))
  assembly.line = []
  assembly.start = undefined
  if (!said) return
  const offset = start ?? tags[0]?.offset ?? 0
  if (form === 'heading') blocks.push({ kind: 'heading', level, tags, offset })
  else if (form === 'item') blocks.push({ kind: 'item', depth, tags, offset })
  else blocks.push({ kind: 'prose', tags, offset })
}
