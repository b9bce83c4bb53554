/** The clock on the wall of whoever reads the page: their zone, and whether they count twelve hours or twenty-four. */
export interface ReaderClock {
  /** The IANA name of the zone. */
  readonly zone: string
  /** `Thu 3 Dec 2026, 21:00`, or `… 9:00 PM`. */
  readonly words: (at: Date) => string
  /** `21:00`, or `9:00 PM`. */
  readonly time: (at: Date) => string
  /** `2026-12-03`. */
  readonly day: (at: Date) => string
}

/** Zones that browsers call by names which their people have given up. */
const RENAMED: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
}

/** Reads the clock off the browser. */
export function readerClock(): ReaderClock {
  const { timeZone, hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions()
  const isTwelve = hourCycle === 'h12' || hourCycle === 'h11'
  const format = new Intl.DateTimeFormat('en', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: isTwelve ? 'numeric' : '2-digit',
    minute: '2-digit',
    hourCycle: isTwelve ? 'h12' : 'h23',
    timeZone,
  })
  const iso = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  })
  const partsOf = (formatter: Intl.DateTimeFormat, at: Date): Readonly<Record<string, string>> =>
    Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, value]))
  const time = (at: Date): string => {
    const { hour = '', minute = '', dayPeriod } = partsOf(format, at)
    return dayPeriod === undefined ? `${hour}:${minute}` : `${hour}:${minute} ${dayPeriod}`
  }
  return {
    zone: RENAMED[timeZone] ?? timeZone,
    time,
    words: (at) => {
      const { weekday = '', day = '', month = '', year = '' } = partsOf(format, at)
      return `${weekday} ${day} ${month} ${year}, ${time(at)}`
    },
    day: (at) => {
      const { year = '', month = '', day = '' } = partsOf(iso, at)
      return `${year}-${month}-${day}`
    },
  }
}
