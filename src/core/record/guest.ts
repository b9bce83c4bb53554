import type { Attendee } from '../minutes/minutes-record.ts'

/** How the roster of minutes marks somebody who is no member: in brackets, or by the heading. */
const GUEST = /\b(?:guests?|observers?|visitors?|invited|speaker|presenter|staff|emeritus|alumn\w+)\b/i

/** Whether minutes mark somebody as no member: guest, observer, speaker, staff, past member. */
export function isGuest({ role }: Pick<Attendee, 'role'>): boolean {
  return GUEST.test(role ?? '')
}
