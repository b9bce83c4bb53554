import { readMinutes } from '../../../src/core/minutes/read-minutes.ts'
import type { MinutesRecord } from '../../../src/core/minutes/minutes-record.ts'

/** Reads the text of a meeting of `example-org/group` on 3 December 2026. */
export function read(text: string, path = 'meetings/2026-12-03.md'): MinutesRecord {
  return readMinutes({ text, path, repository: 'example-org/group' })
}

/** The people as `name/login`, absent ones with a minus in front. */
export function people(text: string): string[] {
  return read(text).attendees.map(
    ({ name, github, present }) => `${present ? '' : '-'}${name ?? ''}/${github ?? ''}`,
  )
}

/** The agenda as `owner/name#7`. */
export function agenda(text: string): string[] {
  return read(text).agenda.map(({ repo, number }) => `${repo ?? '?'}#${number}`)
}
