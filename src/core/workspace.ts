import type * as z from 'zod'
import { type Group, groupShape, makeGroup } from './group.ts'
import { makeSeries, type Series } from './meetings/series.ts'
import { seriesShape } from './meetings/written-series.ts'
import { type Charter, charterShape, makeCharter } from './people/charter.ts'
import { makeRoster, type Member, rosterShape } from './people/roster.ts'
import { type Place, type Problem, refuse } from './problem.ts'
import { splitFrontMatter } from './text/front-matter.ts'
import { readShape } from './text/shape.ts'
import { readYaml, type ValuePath, type YamlText } from './text/yaml.ts'

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
  readonly group: Group
  readonly members: readonly Member[]
  /** By the name of the team. */
  readonly charters: ReadonlyMap<string, Charter>
  /** The prose under the front matter of each charter, by the name of the team. */
  readonly charterProse: ReadonlyMap<string, Prose>
  readonly series: readonly Series[]
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

/** The path of a team's charter. */
export function charterFile(team: string): string {
  return `charters/${team}.md`
}

/** The path of the file in which a series stands. */
export function seriesFile(id: string, { texts }: Pick<Workspace, 'texts'>): string {
  const yml = `meetings/${id}.yml`
  return texts.has(yml) ? yml : `meetings/${id}.yaml`
}

const SERIES_FILE = /^meetings\/([^/]+)\.ya?ml$/
const CHARTER_FILE = /^charters\/([^/]+)\.md$/

/**
 * Reads a whole workspace, as far as it can be read, and all the problems of shape found on the way.
 * Refuses when there is no `wg.yml`: then it is no workspace.
 */
export function readWorkspace(texts: WorkspaceTexts): { workspace: Workspace; problems: readonly Problem[] } {
  if (!texts.has(GROUP_FILE)) {
    throw refuse(
      'workspace',
      'There is no workspace here: no `wg.yml` in this folder or one above it.',
      'Make one with `wg init`.',
    )
  }
  const reading = new Reading(texts)
  const group = reading.shape(GROUP_FILE, groupShape)
  const roster = texts.has(ROSTER_FILE) ? reading.shape(ROSTER_FILE, rosterShape) : { members: [] }
  const seriesFiles = reading.named(SERIES_FILE)
  const charterFiles = reading.named(CHARTER_FILE)
  const series = seriesFiles.flatMap(([file, id]) => {
    const written = reading.shape(file, seriesShape)
    return written ? [makeSeries(id, written)] : []
  })
  const charters = charterFiles.flatMap(([file, team]) => {
    const written = reading.frontMatter(file, team)
    return written ? [[team, makeCharter(team, written)] as const] : []
  })
  const workspace: Workspace = {
    group: makeGroup(group ?? { name: 'unread', zones: [], bodies: {} }),
    members: roster ? makeRoster(roster) : [],
    charters: new Map(charters),
    charterProse: reading.prose,
    series,
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

/** What has been read so far. */
class Reading {
  readonly yaml = new Map<string, YamlText>()
  readonly prose = new Map<string, Prose>()
  readonly problems: Problem[] = []
  readonly unread = new Set<string>()
  readonly damaged = new Map<string, ReadonlySet<string>>()
  readonly #texts: WorkspaceTexts

  constructor(texts: WorkspaceTexts) {
    this.#texts = texts
  }

  named(pattern: RegExp): (readonly [file: string, name: string])[] {
    return [...this.#texts.keys()].sort().flatMap((file) => {
      const name = pattern.exec(file)?.[1]
      return name === undefined ? [] : [[file, name] as const]
    })
  }

  shape<Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> | undefined {
    return this.#hold(readYaml({ file, text: this.#texts.get(file) ?? '' }), shape)
  }

  frontMatter(file: string, team: string): z.output<typeof charterShape> | undefined {
    const { yaml, body, faults } = splitFrontMatter(this.#texts.get(file) ?? '')
    this.prose.set(team, { text: body.text, firstLine: body.startLine })
    for (const { message, line } of faults)
      this.#report({ rule: 'charter', message, place: { file, line, column: 1 } })
    if (yaml) return this.#hold(readYaml({ file, text: yaml.text, firstLine: yaml.startLine }), charterShape)
    this.#report({
      rule: 'charter',
      message: 'This charter has no front matter.',
      hint: 'Begin the file with `---`, `name: …` and `history: …`, and a second `---`.',
      place: { file, line: 1, column: 1 },
    })
    return undefined
  }

  #hold<Shape extends z.ZodType>(yaml: YamlText, shape: Shape): z.output<Shape> | undefined {
    this.yaml.set(yaml.file, yaml)
    const { value, problems, damaged } = readShape(yaml, shape)
    if (value === undefined) this.unread.add(yaml.file)
    else if (damaged.size > 0) this.damaged.set(yaml.file, damaged)
    this.problems.push(...problems)
    return value
  }

  #report(fault: Omit<Problem, 'severity'> & { readonly place: Place }): void {
    this.problems.push({ ...fault, severity: 'error' })
    this.unread.add(fault.place.file)
  }
}
