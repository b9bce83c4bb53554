import type { ReaderClock } from './reader-clock.ts'

/** Puts each meeting of the month on the day that it has on the reader's clock, and marks the reader's today. */
export function placeOnDays(table: HTMLTableElement, clock: ReaderClock, now: Date): void {
  const cells = new Map(
    [...table.querySelectorAll<HTMLElement>('td[data-day]')].map((cell) => [cell.dataset['day'], cell]),
  )
  const spare = document.querySelector('[data-spare]')
  const items = [...table.querySelectorAll('td li'), ...(spare?.children ?? [])]
  const dated = items.map((item) => ({ item, at: new Date(item.querySelector('time')?.dateTime ?? '') }))
  for (const { item, at } of dated.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const list = cells.get(clock.day(at))?.querySelector('ul') ?? spare
    list?.append(item)
  }
  for (const [day, cell] of cells) cell.classList.toggle('today', day === clock.day(now))
}
