import type { Change } from '../core/plan/change.ts'

/** What GitHub calls things by itself and nobody reads. */
const INTERNAL = ['id', 'repositoryId', 'labelIds', 'takeBack', 'otherwise']

/** A change as `--json` prints it: without GitHub's own ids. */
export function changeAsJson(change: Change): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(change).filter(([key]) => !INTERNAL.includes(key)))
}
