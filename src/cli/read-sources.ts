import { feedName } from '../core/calendar/feed-name.ts'
import type { InstantSpan } from '../core/calendar/feed-occurrence.ts'
import { type FeedReading, readFeed } from '../core/calendar/read-feed.ts'
import type { DateSource, Series } from '../core/meetings/series.ts'
import { seriesFile } from '../core/workspace.ts'
import { refuse, Refusal } from '../core/problem.ts'
import type { Workspace } from '../core/workspace.ts'
import type { Files } from '../ports.ts'
import type { World } from './world.ts'

/** Where calendars are read, and for when. */
interface Reader {
  readonly files: Files
  readonly world: Pick<World, 'fetchText'>
  readonly now: Date
}

const MONTH = 31 * 86_400_000
/** Far enough for every question that is asked by day; the feeds may ask for more. */
const LEAST_MONTHS = 26

/**
 * The series of a workspace, of which those that take their dates from a calendar know what it said: its meetings, or
 * why it could not be read, at the place where the series names it.
 */
export async function readSources(workspace: Workspace, reader: Reader): Promise<readonly Series[]> {
  const { past, future } = workspace.group.calendar
  const span = {
    from: new Date(reader.now.getTime() - Math.max(past + 1, LEAST_MONTHS) * MONTH),
    to: new Date(reader.now.getTime() + Math.max(future + 2, LEAST_MONTHS) * MONTH),
  }
  const texts = new Map<string, Promise<string>>()
  return Promise.all(
    workspace.series.map(async (series) => {
      const { source } = series
      if (!source) return series
      const text = texts.get(source.url) ?? readSourceText(source.url, reader)
      texts.set(source.url, text)
      const place = workspace.placeOf(seriesFile(series.id, workspace), ['calendar', 'url'])
      const reading = await readSource(series, { source, text, span })
      const placed = <One extends object>(all: readonly One[]) => all.map((each) => ({ ...each, place }))
      return {
        ...series,
        source: {
          ...source,
          reading:
            'problems' in reading
              ? { problems: placed(reading.problems) }
              : { ...reading, warnings: placed(reading.warnings) },
        },
      }
    }),
  )
}

interface SourceRequest {
  readonly source: DateSource
  readonly text: Promise<string>
  readonly span: InstantSpan
}

async function readSource({ zone }: Series, { source, text, span }: SourceRequest): Promise<FeedReading> {
  const { url, match } = source
  try {
    return readFeed({ text: await text, source: feedName(url), match, span, zone })
  } catch (error) {
    if (error instanceof Refusal) return { problems: error.problems }
    throw error
  }
}

async function readSourceText(url: string, { files, world }: Reader): Promise<string> {
  if (/^[a-z][a-z+.-]+:/i.test(url)) return world.fetchText(url)
  const content = await files.read(url)
  if (content.kind === 'text') return content.text
  throw refuse(
    'feed-file',
    `The calendar \`${url}\` ${content.kind === 'missing' ? 'does not exist' : content.why}.`,
    'Name a file of the workspace, or an address.',
  )
}
