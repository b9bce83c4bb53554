import { type Problem, Refusal } from '../problem.ts'
import { mergeTexts } from '../text/merge-texts.ts'
import { missingLines, peoplesLines, type WrittenLine } from './peoples-lines.ts'

/** Notes, and what stands already where they are to go. */
export interface NotesToMerge {
  readonly path: string
  readonly existing: string
  /** Tidied. */
  readonly notes: string
  /** From what notes are begun, tidied: lines in these are nobody's. */
  readonly skeletons: readonly string[]
}

/** So many lines are named in a refusal. */
const MOST_NAMED = 5

/**
 * The minutes that hold every line which people wrote in the file or in the notes: the notes where they have all of the file's,
 * the file where it has all of the notes', or both merged. Refuses, with the lines that would be lost, where they cannot be merged.
 */
export function mergeNotes({ path, existing, notes, skeletons }: NotesToMerge): string {
  const theirs = peoplesLines(existing, skeletons)
  const ours = peoplesLines(notes, skeletons)
  const lost = missingLines(theirs, notes)
  if (lost.length === 0) return notes
  if (missingLines(ours, existing).length === 0) return existing
  for (const ancestor of skeletons) {
    const merged = mergeTexts({ ancestor, theirs: existing, ours: notes })
    if (
      merged.kind === 'merged' &&
      missingLines([...theirs, ...missingLines(ours, existing)], merged.text).length === 0
    )
      return merged.text
  }
  throw new Refusal(
    lost
      .slice(0, MOST_NAMED)
      .map((line, index) =>
        lossOf(line, { path, more: index === MOST_NAMED - 1 ? lost.length - MOST_NAMED : 0 }),
      ),
  )
}

function lossOf(
  { text, line }: WrittenLine,
  { path, more }: { readonly path: string; readonly more: number },
): Problem {
  const others = more === 0 ? '' : ` So would ${more} more.`
  return {
    rule: 'publish',
    severity: 'error',
    message: `This line is not in the notes and would be lost: \`${text.trim().slice(0, 80).replaceAll('`', "'")}\`.${others}`,
    hint: 'Take it over into the notes or out of the file, or edit the file itself and publish without `--from`. Nothing was written.',
    place: { file: path, line, column: 1 },
  }
}
