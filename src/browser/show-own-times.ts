import type { ReaderClock } from './reader-clock.ts'

/** Changes every instant of the page from UTC to the reader's own clock; what it was in UTC stays as its title. */
export function showOwnTimes(clock: ReaderClock): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-instant]')) {
    const at = new Date(time.dateTime)
    time.title = time.textContent
    time.textContent = `${clock.words(at)} ${clock.zone}`
    const there = time.nextElementSibling
    if (
      there instanceof HTMLElement &&
      there.className === 'there' &&
      there.textContent.endsWith(` ${clock.zone})`)
    )
      there.hidden = true
  }
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-clock]'))
    time.textContent = clock.time(new Date(time.dateTime))
  for (const note of document.querySelectorAll('[data-zone-note]'))
    note.textContent = `Times are in your zone, ${clock.zone}.`
}
