import type { Workspace } from '../workspace.ts'

/**
 * What stands behind the `@` in the UIDs of a group's events: `calendar.id` of wg.yml, or else the group's name in small
 * letters with dashes. It tells the meetings of two groups apart that one person subscribes to.
 */
export function calendarId({ group }: Pick<Workspace, 'group'>): string {
  const plain = group.name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  return group.calendar.id ?? (plain.replace(/^-+|-+$/g, '') || 'group')
}
