/** `1 meeting`, `2 meetings`, `2 people`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** An age for people: days, then weeks, months and years, rounded down. */
export function countedDays(days: number): string {
  if (days < 14) return counted(days, 'day')
  if (days < 61) return counted(Math.floor(days / 7), 'week')
  if (days < 730) return counted(Math.floor(days / 30.44), 'month')
  return counted(Math.floor(days / 365.25), 'year')
}
