import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readRosterText } from '../src/core/people/import/read-roster-text.ts'
import type { RosterReading, Standing } from '../src/core/people/import/roster-section.ts'
import type { RosterVersion } from '../src/core/people/import/roster-version.ts'
import { termsFromVersions } from '../src/core/people/import/terms-from-versions.ts'
import { parseDay } from '../src/core/time/day.ts'

/** Prints what the importer finds in a folder of dated pages (`2026-01-31-….md`), as a Markdown table. */
function main(folder: string): void {
  const versions = readdirSync(folder)
    .sort()
    .flatMap((file) => readVersion(folder, file))
  const { members, problems } = termsFromVersions({ versions, team: 'members' })
  const terms = members.flatMap(({ serves }) => serves)
  const lasting = terms.filter(({ until }) => until === undefined)
  const lines = [
    '| Version | Members | Emeritus | Unread | Doubts |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...versions.map(printVersion),
    '',
    `${String(members.length)} people, ${String(terms.length)} terms, ${String(lasting.length)} of them lasting.`,
    ...problems.map(({ severity, message }) => `${severity}: ${message}`),
    ...versions
      .flatMap(({ reading }) => reading.unread)
      .map(({ message, place }) => `${place?.file ?? ''}: ${message}`),
  ]
  console.log(lines.join('\n'))
}

function readVersion(folder: string, file: string): RosterVersion[] {
  const day = parseDay(basename(file).slice(0, '2026-01-31'.length))
  if (day === undefined) return []
  return [{ day, file, reading: readRosterText({ file, text: readFileSync(join(folder, file), 'utf8') }) }]
}

function printVersion({ day, reading }: RosterVersion): string {
  const counts = [
    count(reading, 'serving'),
    count(reading, 'past'),
    reading.unread.length,
    reading.doubts.length,
  ]
  return `| ${day} | ${counts.join(' | ')} |`
}

function count({ sections }: RosterReading, standing: Standing): number {
  const members = sections.filter((section) => section.group === 'members' && section.standing === standing)
  return members.flatMap(({ entries }) => entries).length
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Name a folder of dated pages: npx tsx bench/roster-import.ts <folder>')
  process.exitCode = 2
} else main(folder)
