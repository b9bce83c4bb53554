const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const PAGES: Readonly<Record<string, string>> = { PageUp: 'prev', PageDown: 'next' }

/**
 * Lets the arrows walk over the days of the month, Home and End over its week, Page Up and Page Down over the months, and Enter into the
 * first meeting of a day (WAI-ARIA Authoring Practices, Grid Pattern).
 */
export function walkDays(table: HTMLTableElement): void {
  const cells = [...table.querySelectorAll<HTMLElement>('td[data-day]')]
  table.setAttribute('role', 'grid')
  const reach = (cell: HTMLElement | undefined, shallFocus: boolean): void => {
    if (!cell) return
    for (const each of cells) each.tabIndex = each === cell ? 0 : -1
    if (shallFocus) cell.focus()
  }
  reach(
    cells.find(({ classList }) => classList.contains('today')) ??
      cells.find(({ className }) => className === ''),
    false,
  )
  table.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    const index = cells.indexOf(event.target.closest<HTMLElement>('td') ?? event.target)
    const target = index < 0 ? undefined : cells[wanted(event.key, index)]
    const page = PAGES[event.key]
    if (target && target !== cells[index]) reach(target, true)
    else if (page !== undefined) document.querySelector<HTMLAnchorElement>(`.months a[rel=${page}]`)?.click()
    else if (event.key === 'Enter' && event.target === cells[index]) event.target.querySelector('a')?.click()
    else return
    event.preventDefault()
  })
}

function wanted(key: string, index: number): number {
  const week = index - (index % 7)
  if (key === 'Home') return week
  if (key === 'End') return week + 6
  return index + (STEPS[key] ?? 0)
}
