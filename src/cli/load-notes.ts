import type { Meeting } from '../core/meetings/meeting.ts'
import { minutesPathOf } from '../core/meetings/minutes-path.ts'
import { refuse } from '../core/problem.ts'
import type { App } from './app.ts'
import { readOutside } from './read-outside.ts'

/** Notes as they come, and where they come from. */
export interface LoadedNotes {
  readonly notes: string
  /** As a sentence begins: `notes.md`. */
  readonly from: string
  /** Whether they are the file at the path of the minutes. */
  readonly isFile: boolean
}

/** The notes that `--from` names, `-` for standard input; without it the file at the path of the minutes. Refuses what cannot be read as text. */
export async function loadNotes(source: unknown, meeting: Meeting, app: App): Promise<LoadedNotes> {
  const path = minutesPathOf(meeting)
  const isFile = typeof source !== 'string'
  const from = isFile ? `\`${path}\`` : source === '-' ? 'Standard input' : `\`${source}\``
  const content = isFile
    ? await app.files.read(path)
    : source === '-'
      ? await app.world.readInput()
      : await readOutside(source, app)
  if (content.kind === 'text') return { notes: content.text, from, isFile }
  const why = content.kind === 'missing' ? 'does not exist' : content.why
  const hint = isFile
    ? 'Write it, or name the notes: `--from notes.md`, or `--from -` for standard input.'
    : 'Name a file of Markdown, or `-` for standard input.'
  throw refuse('publish', `${from} ${why}.`, hint)
}
