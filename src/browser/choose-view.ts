/** Shows the controls of the calendar: which team, and whether as a month or as a list. */
export function chooseView(): void {
  const controls = document.querySelector<HTMLElement>('[data-controls]')
  if (!controls) return
  controls.hidden = false
  const teams = controls.querySelector<HTMLSelectElement>('[data-teams]')
  teams?.addEventListener('change', () => showTeam(teams.value))
  if (teams) showTeam(teams.value)
  const buttons = [...controls.querySelectorAll<HTMLButtonElement>('[data-view]')]
  const show = (view: string): void => {
    document.body.dataset['calendar'] = view
    for (const button of buttons) button.ariaPressed = String(button.dataset['view'] === view)
  }
  for (const button of buttons) button.addEventListener('click', () => show(button.dataset['view'] ?? 'list'))
  show(matchMedia('(min-width: 46rem)').matches && location.hash === '' ? 'month' : 'list')
}

function showTeam(team: string): void {
  for (const item of document.querySelectorAll<HTMLElement>('main [data-team]'))
    item.hidden = team !== '' && item.dataset['team'] !== team
}
