import type { MinutesText } from '../core/minutes/read-folder.ts'
import type { MeetingRecord } from '../core/record/meeting-record.ts'
import type { MinutesPlace } from '../core/record/minutes-places.ts'
import { isUntouched } from '../core/minutes/untouched.ts'
import { fillTemplate } from '../core/render/meeting-text.ts'
import type { Series, TemplateName } from '../core/meetings/series.ts'
import { Refusal } from '../core/problem.ts'
import type { Workspace } from '../core/workspace.ts'
import type { Files } from '../ports.ts'
import { type App, unusable } from './app.ts'
import { loadMinutes } from './load-minutes.ts'
import { loadPlaces } from './load-places.ts'
import { loadTemplate } from './load-template.ts'

/**
 * Every meeting that has taken place, with what its minutes say, by day; or only those places that are given. Read through the
 * cache.
 */
export async function loadRecord(
  app: App,
  workspace: Workspace,
  places?: readonly MinutesPlace[],
): Promise<readonly MeetingRecord[]> {
  const wanted = places ?? (await loadPlaces(app, workspace))
  const templates = await templatesOf(workspace, app)
  const opened: Opened[] = []
  for (const place of wanted) opened.push(await openPlace(place, app.files, { templates, workspace }))
  const remote = await app.world.remoteOf(app.files)
  const texts = opened.flatMap(({ place, text }): MinutesText[] => {
    const repository = place.series.github?.repository ?? workspace.group.repository ?? remote
    return text === undefined
      ? []
      : [{ text, path: place.file, ...(repository === undefined ? {} : { repository }) }]
  })
  const records = await loadMinutes(texts, app, {
    words: workspace.group.minutes,
    members: workspace.members,
  })
  return opened.map(({ place, state, problem }) => {
    const minutes = state === 'written' ? records.get(place.file) : undefined
    return { ...place, state, ...(minutes && { minutes }), ...(problem && { problem }) }
  })
}

type Opened = Pick<MeetingRecord, 'state' | 'problem'> & {
  readonly place: MinutesPlace
  readonly text?: string
}

interface Prepared {
  readonly templates: readonly string[]
  readonly workspace: Workspace
}

async function openPlace(place: MinutesPlace, files: Files, prepared: Prepared): Promise<Opened> {
  if (!place.exists) return { place, state: 'missing' }
  const content = await files.read(place.file)
  if (content.kind === 'missing') return { place, state: 'missing' }
  const text = content.kind === 'text' ? content.text : content.loose
  if (content.kind === 'unusable' && text === undefined)
    return { place, state: 'unreadable', problem: unusable(place.file, content.why) }
  if (text === undefined || isPrepared(text, place, prepared)) return { place, state: 'untouched' }
  return { place, state: 'written', text }
}

function isPrepared(text: string, { meeting }: MinutesPlace, { templates, workspace }: Prepared): boolean {
  if (!text.includes('<!-- wg:meeting ')) return isUntouched(text)
  const skeletons = meeting ? templates.map((each) => fillTemplate(each, { meeting, workspace })) : []
  return isUntouched(text, { templates, skeletons })
}

/** The templates from which the files of meetings were made. One that cannot be had is somebody else's to complain about. */
async function templatesOf(workspace: Workspace, app: App): Promise<readonly string[]> {
  const wanted = workspace.series.flatMap((series) =>
    (['agenda', 'minutes'] as const).map((name) => ({ series, name })),
  )
  const found = await Promise.all(wanted.map((each) => templateOrNothing(each, workspace, app)))
  return [...new Set(found.flat())]
}

async function templateOrNothing(
  { series, name }: { readonly series: Series; readonly name: TemplateName },
  workspace: Workspace,
  app: App,
): Promise<string[]> {
  try {
    return [await loadTemplate(app, name, { series, workspace })]
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
