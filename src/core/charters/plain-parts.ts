import { type ProsePart, type ProseSource, type ProseText, treeParts } from './prose-part.ts'

/** What can change the meaning of lines far away: code fences, HTML, definitions, tabs. */
const LOUD = /```|~~~|\]:|[<\0\t\f\v]/
const COMMENT = /^<!-- [^<>\n]*-->$/gm
const BLANK = /^ *$/
const RULE = /^(?:---|\*\*\*|___)$/
const HEADING = /^(#{1,6}) +(?=[^\s#])/
const ITEM = /^(?:[-*+]|\d{1,3}[.)]) (?=\S)/
const BULLET = /^[-*+] [\p{L}`[(]/u
const ROW = /^\|/
const WORDS = /^(?:[\p{L}`[("'“]|\*\*[\p{L}\d]|\d+(?![\d.)]))/u

type Kind = 'blank' | 'rule' | 'heading' | 'item' | 'row' | 'words' | 'inner'

/** Lines of one block. */
interface Chunk {
  readonly kind: Kind
  readonly lines: string[]
  /** The index of its first line. */
  readonly start: number
}

/**
 * Reads prose line by line into the same blocks as `treeParts`, some thirty times as fast where it is made of headings, paragraphs
 * and lists; blocks with more in them are given to the tree one by one. Undefined where what a line means hangs on lines far away.
 */
export function plainParts({ text, firstLine }: ProseSource): readonly ProsePart[] | undefined {
  const lines = text.replace(/\r\n?/g, '\n').replace(COMMENT, '***').split('\n')
  if (lines.some((line) => LOUD.test(line))) return undefined
  return chunksOf(lines)?.flatMap((chunk) => {
    const source = { text: chunk.lines.join('\n'), firstLine: firstLine + chunk.start }
    const part = plainPart(chunk, source.firstLine)
    return part ? [part] : treeParts(source)
  })
}

function chunksOf(lines: readonly string[]): readonly Chunk[] | undefined {
  const chunks: Chunk[] = []
  let before: Kind = 'blank'
  for (const [start, line] of lines.entries()) {
    const kind = kindOf(line)
    const last = chunks.at(-1)
    if (kind === undefined || !mayFollow(line, kind, { before, last })) return undefined
    if (goesOn(kind, { before, last })) last?.lines.push(line)
    else if (kind !== 'blank') chunks.push({ kind, lines: [line], start })
    before = kind
  }
  return chunks
}

function kindOf(line: string): Kind | undefined {
  if (BLANK.test(line)) return 'blank'
  if (line.startsWith('  ')) return 'inner'
  if (RULE.test(line)) return 'rule'
  if (HEADING.test(line)) return 'heading'
  if (ITEM.test(line)) return 'item'
  if (ROW.test(line)) return 'row'
  return WORDS.test(line) ? 'words' : undefined
}

/** What stands before a line. */
interface Before {
  readonly before: Kind
  readonly last: Chunk | undefined
}

/** Whether a line stands where its look alone says what it is: a rule under words is a heading, words under an item go on with it. */
function mayFollow(line: string, kind: Kind, { before, last }: Before): boolean {
  if (kind === 'blank' || kind === 'heading') return true
  if (kind === 'inner') return last?.kind === 'item'
  const isApart = before === 'blank' || before === 'heading' || before === 'rule'
  if (kind === 'item') return isApart || last?.kind === 'item' || (before === 'words' && BULLET.test(line))
  return isApart || kind === before
}

function goesOn(kind: Kind, { before, last }: Before): boolean {
  if (kind === 'inner') return true
  if (kind === 'blank') return last?.kind === 'item'
  return kind === before && last?.kind === kind && (kind === 'words' || kind === 'row')
}

function plainPart({ kind, lines }: Chunk, line: number): ProsePart | undefined {
  if (kind === 'rule') return { speaks: false, items: [], links: [], texts: [] }
  const [first = ''] = lines
  const width = (kind === 'heading' ? HEADING : ITEM).exec(first)?.[0].length ?? 0
  const said = lines.filter((each) => !BLANK.test(each)).length
  if (kind === 'item' && !WORDS.test(first.slice(width))) return undefined
  if (kind === 'item' && !lines.slice(1).every((each, index) => isRest(each, index + 1 < said, width)))
    return undefined
  if (kind === 'row' || (kind === 'heading' && /# *$/.test(first))) return undefined
  const inline = plainInline(lines.map((each) => each.slice(kind === 'words' ? 0 : width)))
  if (inline === undefined) return undefined
  const at = (row: number, column: number) => ({ line: line + row, column })
  const inset = kind === 'words' ? 0 : width
  const links = inline.links.map((link) => ({ text: link.text, ...at(link.line, link.column + inset) }))
  const text: ProseText = { text: inline.text, ...at(0, kind === 'item' ? width + 1 : 1) }
  if (kind === 'heading') {
    const level = first.indexOf(' ')
    return { heading: { ...text, level, html: 'none' }, speaks: false, items: [], links, texts: [text] }
  }
  const items = kind === 'item' ? [{ ...text, column: 1 }] : []
  return { speaks: true, items, links, texts: [text] }
}

/** A line after the first of an item: words at the item's own depth, then nothing but blank lines. */
function isRest(line: string, isWithin: boolean, width: number): boolean {
  return isWithin ? line.startsWith(' '.repeat(width)) && WORDS.test(line.slice(width)) : BLANK.test(line)
}

const PLAIN = '[^^\\\\`*_[\\]<>&!~|@\\n]'
const TOKEN = new RegExp(
  [
    '`([^`\\n]*[^`\\s][^`\\n]*)`(?!`)',
    `(?<![^\\s(])\\*\\*((?=[\\p{L}\\d])${PLAIN}*[\\p{L}\\d])\\*\\*(?=[\\s.,;:)]|$)`,
    `\\[(${PLAIN}+)\\]\\(([\\w:/.#?=%+-]+)\\)`,
    `(${PLAIN}+|\\n)`,
  ].join('|'),
  'uy',
)
/** What GitHub makes a link of without being asked. */
const BARE_LINK = /https?:|www\./i

/** The words and links of lines in which there is nothing but words, code, links and what is strong; undefined when there is more. */
function plainInline(lines: readonly string[]): { text: string; links: readonly ProseText[] } | undefined {
  const whole = lines.join('\n').trimEnd()
  const links: ProseText[] = []
  let words = ''
  let [line, lineStart, index] = [0, 0, 0]
  while (index < whole.length) {
    TOKEN.lastIndex = index
    const [token, code, strong, label, address, plain] = TOKEN.exec(whole) ?? []
    const said = strong ?? label ?? plain
    if (token === undefined || (said !== undefined && BARE_LINK.test(said))) return undefined
    if (address !== undefined) links.push({ text: address, line, column: index - lineStart + 1 })
    words += said ?? code ?? ''
    index += token.length
    if (token === '\n') [line, lineStart] = [line + 1, index]
  }
  return { text: words.replace(/\s+/g, ' ').trim(), links }
}
