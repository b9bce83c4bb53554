import type { Member } from '../people/roster.ts'

/** So many people are called by one issue; the others are named. */
const MOST = 10

/** How people are written of whom only the first few are called, so that nothing ever pings a crowd. */
export function mentionOf(people: readonly Member[]): (member: Member) => string {
  const called = new Set(people.slice(0, MOST).map(({ login }) => login))
  return ({ login }) => (called.has(login) ? `@${login}` : `\`@${login}\``)
}
