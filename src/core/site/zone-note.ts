import type { Element } from 'hast'
import { h } from 'hastscript'

/** The sentence that says in which zone times are; the script of the site puts in the reader's own. */
export function zoneNote(): Element {
  return h('p', { className: 'zone-note', dataZoneNote: true }, 'Times are in UTC.')
}
