import { distance } from 'fastest-levenshtein'
import { windowsZoneNames, zoneOfWindowsName } from './windows-zones.ts'
import { zoneNames } from './zone.ts'

/** What abbreviations and everyday names may mean, the most common first; in lower case. */
const MEANINGS: Readonly<Record<string, string>> = {
  acdt: 'Australia/Adelaide',
  acst: 'Australia/Adelaide Australia/Darwin',
  adt: 'America/Halifax',
  aedt: 'Australia/Sydney Australia/Melbourne Australia/Hobart',
  aest: 'Australia/Sydney Australia/Brisbane Australia/Melbourne',
  aet: 'Australia/Sydney',
  akdt: 'America/Anchorage',
  akst: 'America/Anchorage',
  art: 'America/Argentina/Buenos_Aires',
  ast: 'America/Halifax America/Puerto_Rico Asia/Riyadh',
  at: 'America/Halifax',
  awst: 'Australia/Perth',
  bdt: 'Asia/Dhaka',
  brt: 'America/Sao_Paulo',
  bst: 'Europe/London Asia/Dhaka Pacific/Bougainville',
  cat: 'Africa/Maputo Africa/Harare Africa/Lusaka',
  cdt: 'America/Chicago America/Havana',
  cest: 'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw',
  cet: 'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw',
  clt: 'America/Santiago',
  cot: 'America/Bogota',
  cst: 'America/Chicago Asia/Shanghai America/Havana Asia/Taipei America/Costa_Rica',
  ct: 'America/Chicago',
  eat: 'Africa/Nairobi',
  edt: 'America/New_York America/Toronto',
  eest: 'Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Bucharest',
  eet: 'Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Bucharest Africa/Cairo',
  est: 'America/New_York America/Toronto America/Panama Australia/Sydney',
  est5edt: 'America/New_York',
  et: 'America/New_York',
  gmt: 'UTC Europe/London Africa/Abidjan',
  gst: 'Asia/Dubai Pacific/Guam',
  hkt: 'Asia/Hong_Kong',
  hst: 'Pacific/Honolulu',
  ict: 'Asia/Bangkok Asia/Ho_Chi_Minh',
  idt: 'Asia/Jerusalem',
  irst: 'Asia/Tehran',
  ist: 'Asia/Kolkata Europe/Dublin Asia/Jerusalem',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  mdt: 'America/Denver',
  met: 'Europe/Berlin',
  mmt: 'Asia/Yangon',
  msk: 'Europe/Moscow',
  mst: 'America/Denver America/Phoenix Asia/Kuala_Lumpur',
  mst7mdt: 'America/Denver',
  mt: 'America/Denver',
  myt: 'Asia/Kuala_Lumpur',
  ndt: 'America/St_Johns',
  npt: 'Asia/Kathmandu',
  nst: 'America/St_Johns',
  nt: 'America/St_Johns',
  nzdt: 'Pacific/Auckland',
  nzst: 'Pacific/Auckland',
  nzt: 'Pacific/Auckland',
  pdt: 'America/Los_Angeles America/Vancouver',
  pht: 'Asia/Manila',
  pkt: 'Asia/Karachi',
  pst: 'America/Los_Angeles America/Vancouver Asia/Manila',
  pst8pdt: 'America/Los_Angeles',
  cst6cdt: 'America/Chicago',
  pt: 'America/Los_Angeles',
  sast: 'Africa/Johannesburg',
  sgt: 'Asia/Singapore',
  sst: 'Pacific/Pago_Pago Asia/Singapore',
  trt: 'Europe/Istanbul',
  uct: 'UTC',
  wat: 'Africa/Lagos',
  west: 'Europe/Lisbon Atlantic/Canary',
  wet: 'Europe/Lisbon Atlantic/Canary',
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  z: 'UTC',
  'atlantic time': 'America/Halifax',
  'central time': 'America/Chicago',
  'eastern time': 'America/New_York',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
  'alaska time': 'America/Anchorage',
  'hawaii time': 'Pacific/Honolulu',
  'central european time': 'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw',
  'eastern european time': 'Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Bucharest',
  'british summer time': 'Europe/London',
  'british time': 'Europe/London',
  'uk time': 'Europe/London',
  'greenwich mean time': 'UTC Europe/London',
  'coordinated universal time': 'UTC',
  'india standard time': 'Asia/Kolkata',
  'irish standard time': 'Europe/Dublin',
  'israel standard time': 'Asia/Jerusalem',
  'japan standard time': 'Asia/Tokyo',
  'china standard time': 'Asia/Shanghai',
}

/** Cities and countries that give no zone its name. */
const PLACES: Readonly<Record<string, string>> = {
  atlanta: 'America/New_York',
  austin: 'America/Chicago',
  bangalore: 'Asia/Kolkata',
  barcelona: 'Europe/Madrid',
  beijing: 'Asia/Shanghai',
  bengaluru: 'Asia/Kolkata',
  boston: 'America/New_York',
  cologne: 'Europe/Berlin',
  dallas: 'America/Chicago',
  delhi: 'Asia/Kolkata',
  edinburgh: 'Europe/London',
  frankfurt: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  germany: 'Europe/Berlin',
  france: 'Europe/Paris',
  hamburg: 'Europe/Berlin',
  hyderabad: 'Asia/Kolkata',
  india: 'Asia/Kolkata',
  ireland: 'Europe/Dublin',
  italy: 'Europe/Rome',
  kiev: 'Europe/Kyiv',
  milan: 'Europe/Rome',
  miami: 'America/New_York',
  montreal: 'America/Toronto',
  mumbai: 'Asia/Kolkata',
  munich: 'Europe/Berlin',
  osaka: 'Asia/Tokyo',
  ottawa: 'America/Toronto',
  philadelphia: 'America/New_York',
  portland: 'America/Los_Angeles',
  'rio de janeiro': 'America/Sao_Paulo',
  'saint petersburg': 'Europe/Moscow',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  shenzhen: 'Asia/Shanghai',
  spain: 'Europe/Madrid',
  'tel aviv': 'Asia/Jerusalem',
  uk: 'Europe/London',
  'washington dc': 'America/New_York',
}

const MOST = 5
const OFFSET = /^(?:utc|gmt)?\s*[+\-−]\s*\d/

/**
 * The names of the IANA database that may be meant by a text that is none, best first, at most five: by abbreviation (`IST`), Windows name
 * (`Eastern Standard Time`), city (`new york`), letter case (`europe/london`) or nearest spelling (`Europe/Lodnon`). None for an offset such as
 * `GMT+1`, since an offset says nothing about a place's change of clocks.
 */
export function suggestZones(text: string): readonly string[] {
  const whole = plain(text)
  if (whole === '' || OFFSET.test(whole)) return []
  const known = knownMeanings(whole)
  if (known.length > 0) return known
  const parts = whole.split(/[()]/).map((part) => part.trim())
  const ofParts = parts.length > 1 ? parts.filter(Boolean).flatMap(knownMeanings) : []
  return ofParts.length > 0 ? first(ofParts) : nearest(whole)
}

function knownMeanings(text: string): readonly string[] {
  const inOtherCase = zoneNames().filter((zone) => plain(zone) === text)
  if (inOtherCase.length > 0) return first(inOtherCase)
  const windows = zoneOfWindowsName(text)
  const table = lookUp(MEANINGS, text) ?? (windows === undefined ? lookUp(PLACES, text) : [windows])
  return first(table ?? zoneNames().filter((zone) => cityOf(zone) === text))
}

function lookUp(table: Readonly<Record<string, string>>, text: string): readonly string[] | undefined {
  return Object.hasOwn(table, text) ? table[text]?.split(' ') : undefined
}

/** The names that are spelt most alike, whole or by their city, as near as typing errors go. */
function nearest(text: string): readonly string[] {
  const most = Math.min(2, Math.floor((text.length + 2) / 4))
  const zones = zoneNames().map((zone) => ({
    name: String(zone),
    off: Math.min(distance(plain(zone), text), distance(cityOf(zone), text)),
  }))
  const windows = windowsZoneNames().map((name) => ({
    name: zoneOfWindowsName(name) ?? '',
    off: distance(name, text),
  }))
  const near = [...zones, ...windows].filter(({ off }) => off <= most).sort((a, b) => a.off - b.off)
  return first(near.map(({ name }) => name))
}

function first(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter(Boolean).slice(0, MOST)
}

function cityOf(zone: string): string {
  return plain(zone.slice(zone.lastIndexOf('/') + 1))
}

/** Lower case, with spaces for underscores. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
}
