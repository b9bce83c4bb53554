/** A time of the day on a 24-hour clock without day or zone, `09:00`. Clock times compare as strings do. */
export type ClockTime = string & { readonly clockTime: unique symbol }

const SHAPE = /^(\d|[01]\d|2[0-3]):([0-5]\d)$/

/** Reads `15:00` and `9:00` (which becomes `09:00`); gives undefined for anything else, such as `24:00`, `9:00 pm` or `9h`. */
export function parseClockTime(text: string): ClockTime | undefined {
  return SHAPE.test(text) ? (text.padStart(5, '0') as ClockTime) : undefined
}
