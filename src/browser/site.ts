import { chooseView } from './choose-view.ts'
import { copyAddresses } from './copy-addresses.ts'
import { leaveOutPast } from './leave-out-past.ts'
import { placeOnDays } from './place-on-days.ts'
import { readerClock } from './reader-clock.ts'
import { showOwnTimes } from './show-own-times.ts'
import { walkDays } from './walk-days.ts'

// Everything that this does is one thing more: the pages are whole without it.
const clock = readerClock()
const now = new Date()
showOwnTimes(clock)
leaveOutPast(now)
for (const table of document.querySelectorAll<HTMLTableElement>('table.month')) {
  placeOnDays(table, clock, now)
  walkDays(table)
}
chooseView()
copyAddresses()
