import { findMember } from '../people/roster.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Site } from './site.ts'

/** The names of those who own an action, as the roster has them; others as minutes write them. */
export function ownerNames(
  owners: readonly string[],
  { workspace }: Pick<Site, 'workspace'>,
): readonly string[] {
  return owners
    .filter((owner) => owner !== '')
    .map((owner) => plainLine(findMember(workspace.members, owner)?.name ?? owner))
}
