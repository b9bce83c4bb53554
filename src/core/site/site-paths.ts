import type { MeetingKey } from '../meetings/meeting.ts'
import { relativePath } from '../render/agenda-lines.ts'
import type { Day } from '../time/day.ts'
import type { LinkFrom, SitePart } from './site.ts'

/** The page at which each part begins. */
export const PART_PAGES: Readonly<Record<SitePart, string>> = {
  home: 'index.html',
  calendar: 'calendar/index.html',
  subscribe: 'subscribe/index.html',
  teams: 'teams/index.html',
  minutes: 'minutes/index.html',
  actions: 'actions/index.html',
  attendance: 'attendance/index.html',
  search: 'search/index.html',
}

export const NOT_FOUND_PAGE = '404.html'
export const TEAMS_CHART = 'teams/chart.svg'

/** The page of a month, `2026-12`. */
export function monthPage(month: string): string {
  return `calendar/${month}/index.html`
}

/** The month of a day, `2026-12`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

export function teamPage(team: string): string {
  return `teams/${team}/index.html`
}

export function teamChart(team: string): string {
  return `teams/${team}/chart.svg`
}

export function minutesPage(key: MeetingKey): string {
  return `minutes/${key}/index.html`
}

/** The list of the minutes of a year that is over. */
export function yearPage(year: string): string {
  return `minutes/in-${year}/index.html`
}

export function attendancePage(team: string): string {
  return `attendance/${team}/index.html`
}

export function attendanceChart(team: string): string {
  return `attendance/${team}/chart.svg`
}

export function assetPath(name: string): string {
  return `assets/${name}`
}

/** The anchor of a meeting in a list. */
export function meetingAnchor(key: MeetingKey): string {
  return `m-${key.replace('/', '-')}`
}

/** The address of a page as a part of an address: that of a folder where it is its index. */
export function pageAddress(path: string): string {
  const [way = '', anchor] = path.split('#')
  const shown = way.replace(/(^|\/)index\.html$/, '$1')
  const address = shown.split('/').map(encodeURIComponent).join('/')
  return anchor === undefined ? address : `${address}#${encodeURIComponent(anchor)}`
}

/** Leads from a page to anything else on the site. */
export function linkFrom(page: string): LinkFrom {
  const folder = page.split('/').slice(0, -1).join('/')
  return (path) => {
    const [way = '', anchor] = path.split('#')
    const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`
    if (way === page) return hash === '' ? './' : hash
    const relative = relativePath(folder, way)
      .split('/')
      .map((part) => (part === '..' ? part : encodeURIComponent(part)))
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1')
    return `${relative === '' ? './' : relative}${hash}`
  }
}

/** Leads to anything on the site from a page that may be shown at any address, such as the one for what is not found. */
export function linkFromAnywhere(base: string): LinkFrom {
  return (path) => `${base}${pageAddress(path)}`
}
