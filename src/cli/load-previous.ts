import { WHOLE_FEED } from '../core/calendar/feed-address.ts'
import { feedName } from '../core/calendar/feed-name.ts'
import { type Published, readPublished } from '../core/calendar/read-published.ts'
import { refuse, Refusal } from '../core/problem.ts'
import type { App } from './app.ts'
import { readOutside } from './read-outside.ts'

const LEAVE_OUT =
  'Name the `all.ics` that was published last. Before the first time there is none: leave `--previous` out. Nothing was written.'

/**
 * The feed that was published last: the one that `--previous` names, or else the one that lies in the folder of feeds.
 * Refuses what cannot be read and what is no calendar; that nobody has published anything yet, a person has to say.
 */
export async function loadPrevious(source: unknown, app: App, out: App): Promise<Published | undefined> {
  if (source === false) return undefined
  if (typeof source !== 'string') return readLying(out)
  const text = /^(https?|webcals?):/i.test(source)
    ? await fetchPrevious(source, app)
    : await readPath(source, app)
  return readPublished(text, feedName(source))
}

async function fetchPrevious(source: string, { world }: App): Promise<string> {
  try {
    return await world.fetchText(source)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.problems.map((problem) => ({ ...problem, hint: LEAVE_OUT })))
  }
}

/** A relative path starts at the workspace, as `--out` does. */
async function readPath(path: string, app: App): Promise<string> {
  const content = await readOutside(path, app)
  if (content.kind === 'text') return content.text
  const why = content.kind === 'missing' ? 'does not exist' : content.why
  throw refuse('calendar', `\`${path}\` ${why}.`, LEAVE_OUT)
}

async function readLying({ files }: App): Promise<Published | undefined> {
  const content = await files.read(WHOLE_FEED)
  if (content.kind === 'missing') return undefined
  const path = `${files.root}/${WHOLE_FEED}`
  if (content.kind === 'unusable')
    throw refuse('calendar', `\`${path}\` ${content.why}.`, 'Remove it, or name another folder with `--out`.')
  return readPublished(content.text, path)
}
