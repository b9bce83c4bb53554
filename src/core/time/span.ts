const UNIT_NAMES: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['minute', ['m', 'min', 'mins', 'minute', 'minutes']],
      ['hour', ['h', 'hr', 'hrs', 'hour', 'hours']],
      ['day', ['d', 'day', 'days']],
      ['week', ['w', 'week', 'weeks']],
    ] as const
  ).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
)

const MINUTES = { minute: 1, hour: 60, day: 1440, week: 10_080 } as const
const ISO_SPAN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/i
const AMOUNT = /^(?:(\d{1,6}(?:\.\d{1,3})?)\s*|(an?|one|half an)\s+)([a-z]+)$/

type Unit = 'minute' | 'hour' | 'day' | 'week'

/** Reads a length such as `1 hour`, `90 minutes`, `1 hour 30 minutes`, `1.5 hours`, `1h30m` or `PT1H30M` as whole minutes; undefined for nothing, less, or days. */
export function parseMinutes(text: string): number | undefined {
  const minutes = parseSpan(text, ['minute', 'hour'])
  return minutes === 0 ? undefined : minutes
}

/** Reads a number of days such as `7 days`, `a week`, `P2W`, `7 days before`, or `0 days`, as whole days. */
export function parseDays(text: string): number | undefined {
  const minutes = parseSpan(withoutBefore(text), ['day', 'week'])
  return minutes === undefined || minutes % MINUTES.day !== 0 ? undefined : minutes / MINUTES.day
}

/** Reads how long before something else, `7 days before`, `36 hours before`, `1 day 12 hours`, `PT36H`, as whole minutes; a day is 24 hours. */
export function parseLead(text: string): number | undefined {
  return parseSpan(withoutBefore(text), ['minute', 'hour', 'day', 'week'])
}

/** A number of minutes in words: `1 hour 30 minutes`. */
export function describeMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    hours > 0 ? counted(hours, 'hour') : '',
    rest > 0 || hours === 0 ? counted(rest, 'minute') : '',
  ]
  return parts.filter(Boolean).join(' ')
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

function withoutBefore(text: string): string {
  return text.trim().replace(/\s+(?:before|earlier|ahead)$/i, '')
}

/** Whole minutes, of the given units only, each unit at most once and the greater ones first. */
function parseSpan(text: string, units: readonly Unit[]): number | undefined {
  const amounts = amountsOf(text.trim().toLowerCase())
  if (amounts === undefined || amounts.some(({ unit }) => !units.includes(unit))) return undefined
  const isFalling = amounts.every(({ unit }, index) => {
    const earlier = amounts[index - 1]
    return earlier === undefined || MINUTES[earlier.unit] > MINUTES[unit]
  })
  const minutes = amounts.reduce((sum, { unit, number }) => sum + number * MINUTES[unit], 0)
  return isFalling && amounts.length > 0 && Number.isInteger(minutes) ? minutes : undefined
}

interface Amount {
  readonly unit: Unit
  readonly number: number
}

/** ISO 8601 (`P7D`, `PT1H30M`) or amounts with their units, glued or with spaces, commas and `and` between. */
function amountsOf(text: string): readonly Amount[] | undefined {
  const iso = ISO_SPAN.exec(text)
  if (iso !== null) {
    const units = ['week', 'day', 'hour', 'minute'] as const
    return units.flatMap((unit, index) => {
      const number = iso[index + 1]
      return number === undefined ? [] : [{ unit, number: Number(number) }]
    })
  }
  const pieces = text
    .replace(/([a-z])(?=\d)/g, '$1 ')
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+(?=[\da])|(?<=[a-z])\s+(?=\d)/)
  const amounts = pieces.map(readAmount)
  return amounts.includes(undefined) ? undefined : amounts.filter((amount) => amount !== undefined)
}

function readAmount(text: string): Amount | undefined {
  const [, digits, word, name = ''] = AMOUNT.exec(text) ?? []
  const unit = UNIT_NAMES.get(name)
  if (unit === undefined) return undefined
  if (digits !== undefined) return { unit, number: Number(digits) }
  return { unit, number: word === 'half an' ? 0.5 : 1 }
}
