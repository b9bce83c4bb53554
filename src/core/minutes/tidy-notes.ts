import { hashText } from '../text/memory.ts'
import { findMarks } from '../text/marks.ts'
import { applySplices } from '../text/splice.ts'
import { type NotesTree, readNotesTree, type Stretch } from './notes-tree.ts'
import { tidyEscapes } from './tidy-escapes.ts'
import { placeholdersOf, tidyLines } from './tidy-lines.ts'
import { tidySpaces } from './tidy-spaces.ts'

/** What else is known of the notes. */
export interface TidyOptions {
  /** The template from which they were begun: an item of it such as `- TBD` that nobody has filled in goes. */
  readonly template?: string
}

/** One pass makes room for the next, a bullet for an empty item; more than a few mean that something is odd. */
const MOST_PASSES = 12

/**
 * Notes as they come out of an editor, without what the editor has put there: back-slashes before signs that need none, white
 * space at line ends that breaks no line, bullets of word processors, odd and unseen spaces, runs of blank lines, items in which nothing
 * stands, Windows line ends, a byte order mark. Every word stays, and code, HTML, links and tables are as they were, but for
 * their line ends. What `wg` has written between marks stays, too. Tidying twice is tidying once.
 */
export function tidyNotes(text: string, { template = '' }: TidyOptions = {}): string {
  const placeholders = placeholdersOf(template)
  let tidy = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = tidyOnce(tidy, placeholders)
    if (next === tidy) break
    tidy = next
  }
  return tidy
}

function tidyOnce(text: string, placeholders: ReadonlySet<string>): string {
  const tree = withoutOwn(readNotesTree(text), linesOfWg(text))
  const splices = [
    ...tidySpaces(text, tree.prose),
    ...tidyEscapes(text, tree.prose),
    ...tidyLines({ text, tree, placeholders }),
  ]
  return endOnce(applySplices(text, splices))
}

/** One line end at the end, none in an empty text. */
function endOnce(text: string): string {
  const [, end = ''] = /(\n*)$/.exec(text) ?? []
  return end === '\n' || text === '' ? text : `${text.slice(0, text.length - end.length)}\n`
}

/** The lines between marks that stand as wg wrote them: what they show is foreign text that wg has escaped. */
function linesOfWg(text: string): Stretch[] {
  return findMarks(text).blocks.flatMap(({ contentStart, contentEnd, memory = [] }) => {
    const own = new Set(memory.map((token) => token.slice(0, 6)))
    let start = contentStart
    return text
      .slice(contentStart, contentEnd)
      .split('\n')
      .flatMap((line) => {
        const stretch = { start, end: start + line.length }
        start += line.length + 1
        return line.trim() !== '' && own.has(hashText(line)) ? [stretch] : []
      })
  })
}

function withoutOwn(tree: NotesTree, own: readonly Stretch[]): NotesTree {
  if (own.length === 0) return tree
  const apart = ({ start, end }: Stretch) => own.every((each) => end <= each.start || each.end <= start)
  const kept = [...tree.kept.filter(apart), ...own].sort((a, b) => a.start - b.start)
  return { ...tree, kept, prose: tree.prose.filter(apart), items: tree.items.filter(apart) }
}
