import type * as z from 'zod'
import { type Group, groupShape, makeGroup } from './group.ts'
import { makeSeries, type Series } from './meetings/series.ts'
import { seriesShape } from './meetings/written-series.ts'
import { type Charter, makeCharter } from './charters/charter.ts'
import { charterShape, type WrittenCharter } from './charters/written-charter.ts'
import { makeRoster, type Member, rosterShape } from './people/roster.ts'
import { makeVote, type Vote, voteShape } from './people/vote.ts'
import { type Place, type Problem, refuse, type Refusal } from './problem.ts'
import { faultAsProblem } from './text/fault.ts'
import { splitFrontMatter } from './text/front-matter.ts'
import { readShape } from './text/shape.ts'
import { readYaml, type ValuePath, type YamlSource, type YamlText } from './text/yaml.ts'

/** The files of a workspace as they were read: path from its root, and text. */
export type WorkspaceTexts = ReadonlyMap<string, string>

/** A Markdown file: where its prose starts, and the prose. */
export interface Prose {
  readonly text: string
  /** The line of the file on which the prose starts. */
  readonly firstLine: number
}

/** All that a group has written down, read and tied together. Parts that could not be read are missing and stand in `unread`. */
export interface Workspace {
  /** Where it lies in its repository, `groups/web`; empty at the root. */
  readonly folder: string
  readonly group: Group
  readonly members: readonly Member[]
  /** By the name of the team. */
  readonly charters: ReadonlyMap<string, Charter>
  /** The prose under the front matter of each charter, by the name of the team. */
  readonly charterProse: ReadonlyMap<string, Prose>
  readonly series: readonly Series[]
  /** In the order of their files. */
  readonly votes: readonly Vote[]
  /** Every text, by path. */
  readonly texts: WorkspaceTexts
  /** The names of all teams and series that have a file, also of those that could not be read. */
  readonly teamNames: ReadonlySet<string>
  readonly seriesNames: ReadonlySet<string>
  /** The files of which too little could be read, and that are therefore missing above. */
  readonly unread: ReadonlySet<string>
  /** Whether a value of a file could not be read and is missing above, or stood in for; `key` is its way, `serves/0/team`. */
  readonly isDamaged: (file: string, key: string) => boolean
  /** Where a value of a YAML file, or of a charter's front matter, stands. */
  readonly placeOf: (file: string, path: ValuePath, at?: 'key' | 'value') => Place
}

export const GROUP_FILE = 'wg.yml'
export const ROSTER_FILE = 'members.yml'

/** The path of the file in which a series stands. */
export function seriesFile(id: string, { texts }: Pick<Workspace, 'texts'>): string {
  const yml = `meetings/${id}.yml`
  return texts.has(yml) ? yml : `meetings/${id}.yaml`
}

/** The path of a file of the workspace as its repository has it. */
export function repositoryPath({ folder }: Pick<Workspace, 'folder'>, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}

const SERIES_FILE = /^meetings\/([^/]+)\.ya?ml$/
/** A README or an index in the folder of charters is a page about them. */
const CHARTER_FILE = /^charters\/(?!(?:readme|index)\.md$)([^/]+)\.md$/i
const VOTE_FILE = /^votes\/([^/]+)\.ya?ml$/

/** The team whose charter a path is; undefined for other files. */
export function teamOfFile(path: string): string | undefined {
  return CHARTER_FILE.exec(path)?.[1]
}

/** Whether the file of a path is that of a vote. */
export function isVoteFile(path: string): boolean {
  return VOTE_FILE.test(path)
}

/**
 * Reads a whole workspace, as far as it can be read, and all the problems of shape found on the way.
 * `folder` is where it lies in its repository. Refuses when there is no `wg.yml`: then it is no workspace.
 */
export function readWorkspace(
  texts: WorkspaceTexts,
  folder = '',
): { workspace: Workspace; problems: readonly Problem[] } {
  if (!texts.has(GROUP_FILE)) throw refuseNoWorkspace()
  const reading: Reading = {
    texts,
    yaml: new Map(),
    prose: new Map(),
    problems: [],
    unread: new Set(),
    damaged: new Map(),
  }
  const source = (file: string) => ({ file, text: texts.get(file) ?? '' })
  const group = readFile(source(GROUP_FILE), groupShape, reading)
  const roster = texts.has(ROSTER_FILE)
    ? readFile(source(ROSTER_FILE), rosterShape, reading)
    : { members: [] }
  const seriesFiles = filesNamed(SERIES_FILE, texts)
  const charterFiles = filesNamed(CHARTER_FILE, texts)
  const series = seriesFiles.flatMap(([file, id]) => {
    const written = readFile(source(file), seriesShape, reading)
    return written ? [makeSeries(id, written)] : []
  })
  const charters = charterFiles.flatMap(([file, team]) => {
    const written = readCharter(file, team, reading)
    return written ? [[team, makeCharter(team, written)] as const] : []
  })
  const workspace: Workspace = {
    folder,
    group: makeGroup(group ?? groupShape.parse({ name: 'unread' })),
    members: roster ? makeRoster(roster) : [],
    charters: new Map(charters),
    charterProse: reading.prose,
    series,
    votes: readVotes(reading),
    texts,
    teamNames: new Set(charterFiles.map(([, team]) => team)),
    seriesNames: new Set(seriesFiles.map(([, id]) => id)),
    unread: reading.unread,
    isDamaged: (file, key) =>
      [...(reading.damaged.get(file) ?? [])].some((way) => way === key || way.startsWith(`${key}/`)),
    placeOf: (file, path, at) => reading.yaml.get(file)?.placeOf(path, at) ?? { file, line: 1, column: 1 },
  }
  return { workspace, problems: reading.problems }
}

function refuseNoWorkspace(): Refusal {
  return refuse(
    'workspace',
    'There is no workspace here: no `wg.yml` in this folder or one above it.',
    'Make one with `wg init`.',
  )
}

/** What has been read so far. */
interface Reading {
  readonly texts: WorkspaceTexts
  readonly yaml: Map<string, YamlText>
  readonly prose: Map<string, Prose>
  readonly problems: Problem[]
  readonly unread: Set<string>
  readonly damaged: Map<string, ReadonlySet<string>>
}

function filesNamed(
  pattern: RegExp,
  texts: WorkspaceTexts,
): readonly (readonly [file: string, name: string])[] {
  return [...texts.keys()].sort().flatMap((file) => {
    const name = pattern.exec(file)?.[1]
    return name === undefined ? [] : [[file, name] as const]
  })
}

/** Reads a YAML text against a shape, and notes what was found on the way. */
function readFile<Shape extends z.ZodType>(
  source: YamlSource,
  shape: Shape,
  reading: Reading,
): z.output<Shape> | undefined {
  const yaml = readYaml(source)
  reading.yaml.set(yaml.file, yaml)
  const { value, problems, damaged } = readShape(yaml, shape)
  if (value === undefined) reading.unread.add(yaml.file)
  else if (damaged.size > 0) reading.damaged.set(yaml.file, damaged)
  reading.problems.push(...problems)
  return value
}

function readVotes(reading: Reading): readonly Vote[] {
  return filesNamed(VOTE_FILE, reading.texts).flatMap(([file]) => {
    const written = readFile({ file, text: reading.texts.get(file) ?? '' }, voteShape, reading)
    return written ? [makeVote(file, written)] : []
  })
}

function readCharter(file: string, team: string, reading: Reading): WrittenCharter | undefined {
  const { yaml, body, faults } = splitFrontMatter(reading.texts.get(file) ?? '')
  // Where the front matter ends is not sure then, nor what is prose.
  if (faults.length === 0) reading.prose.set(team, { text: body.text, firstLine: body.startLine })
  reading.problems.push(...faults.map((fault) => faultAsProblem(fault, file)))
  if (yaml) return readFile({ file, text: yaml.text, firstLine: yaml.startLine }, charterShape, reading)
  reading.unread.add(file)
  if (faults.length === 0) reading.problems.push({ ...NO_HEAD, place: { file, line: 1, column: 1 } })
  return undefined
}

const NO_HEAD: Problem = {
  rule: 'charter',
  severity: 'error',
  message: 'This charter has no front matter.',
  hint: 'Begin the file with `---`, `name: …` and `history: …`, and a second `---`; `wg charter new` writes one that is whole.',
}
