import { stringify } from 'yaml'
import type { Day } from '../time/day.ts'
import { jsonSchema, SCHEMA_NAMES } from '../schemas.ts'
import type { WriteFile } from './change.ts'

/** What a new workspace is made from. */
export interface NewWorkspace {
  readonly name: string
  /** The name of its team and of its series, in kebab-case. */
  readonly team: string
  /** The wall clock of the first meeting: `2026-12-03 15:00`. */
  readonly starts: string
  readonly zone: string
  readonly duration: string
  readonly repeats: string
  /** The login of the first member; undefined when nobody is named. */
  readonly login?: string
  /** The first member's name. */
  readonly memberName?: string
  /** The day on which the workspace is made. */
  readonly today: Day
}

/** Where the JSON Schemas of a workspace lie, so that an editor completes and marks its files. */
export const SCHEMA_FOLDER = '.wg/schema'

/** The files of a new workspace, which passes every check. */
export function newWorkspaceFiles(made: NewWorkspace): readonly WriteFile[] {
  const file = (path: string, after: string): WriteFile => ({ kind: 'write-file', path, after })
  return [
    file('wg.yml', groupFile(made)),
    file('members.yml', rosterFile(made)),
    file(`charters/${made.team}.md`, charterText(made)),
    file(`meetings/${made.team}.yml`, seriesFile(made)),
    ...SCHEMA_NAMES.map((name) => file(`${SCHEMA_FOLDER}/${name}.json`, jsonSchema(name))),
  ]
}

function modeline(name: (typeof SCHEMA_NAMES)[number], depth: '' | '../'): string {
  return `# yaml-language-server: $schema=${depth}${SCHEMA_FOLDER}/${name}.json\n`
}

/** One line of YAML: the key, and the value quoted where it must be. */
function entry(key: string, value: string): string {
  return `${key}: ${stringify(value, { lineWidth: 0 }).trimEnd()}\n`
}

function groupFile({ name, zone }: NewWorkspace): string {
  return `${modeline('wg', '')}${entry('name', name)}
# Time zones to show in every time table, beside that of the meeting.
zones: [${[...new Set(['UTC', zone])].join(', ')}]

# Bodies outside this workspace to which teams report.
bodies: {}
`
}

function rosterFile({ login, memberName, team, today }: NewWorkspace): string {
  const intro = `${modeline('members', '')}# A person stands here once, with the terms they serve. Who leaves gets a last day, \`until\`, and stays.\n`
  if (login === undefined) return `${intro}members: []\n`
  return `${intro}members:
  - ${entry('login', login)}    ${entry('name', memberName ?? login)}    serves:
      - team: ${team}
        role: chair
        since: ${today}
`
}

function charterText({ name, team, today }: NewWorkspace): string {
  return `---
${entry('name', name)}kind: working-group
reports-to: undecided
mission: Looks after the part of the project that is named here.
roles:
  - id: chair
    description: Prepares the meetings and leads them
  - id: member
    description: Takes part and decides
history:
  - date: ${today}
    state: proposed
---

# ${name}

## Mission

The ${team} group looks after the part of the project that is named here.

## Scope

### In scope

- What concerns this part of the project.

### Out of scope

- What another team of the project decides.

## Responsibilities

- Meetings that are announced, with an agenda and minutes that everybody can read.
`
}

function seriesFile({ name, team, starts, zone, duration, repeats }: NewWorkspace): string {
  return `${modeline('series', '../')}${entry('title', name)}team: ${team}

starts: ${starts} # the first meeting, on the wall clock of the zone
zone: ${zone}
${entry('duration', duration)}${entry('repeats', repeats)}
invite: [team:${team}]

standing:
  - Announcements
  - Review of open actions
`
}

/** A name in kebab-case from a name in words: `Café Zürich` gives `cafe-zurich`. */
export function kebabOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return plain.replace(/^[-\d]+|-+$/g, '') || 'working-group'
}
