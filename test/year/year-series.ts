import { HOME } from '../run/stage.ts'

/** What the file of a series says of one meeting. */
export type YearChange =
  { readonly kind: 'cancelled' } | { readonly kind: 'moved'; readonly day: string; readonly time: string }

/** A series of the simulated year, as its file and the independent engine are both made from it. */
export interface YearSeries {
  readonly id: string
  readonly title: string
  readonly starts: string
  /** In the words of the file. */
  readonly repeats: string
  /** The same for the independent engine. */
  readonly rule: string
  readonly zone: string
  /** They take turns. */
  readonly sessions: readonly { readonly time: string; readonly zone: string }[]
  /** More lines of its file. */
  readonly more?: string
  /** What people have written under `changes`, by the day first planned. */
  readonly changes: Map<string, YearChange>
}

/** Three series: weekly with two sessions in different zones, every two weeks, monthly. */
export function threeSeries(): readonly YearSeries[] {
  return [
    {
      id: 'core',
      title: 'Core',
      starts: '2026-01-06',
      repeats: 'every week',
      rule: 'FREQ=WEEKLY',
      zone: 'Europe/Dublin',
      sessions: [
        { time: '15:00', zone: 'Europe/Dublin' },
        { time: '16:00', zone: 'America/Los_Angeles' },
      ],
      changes: new Map(),
    },
    {
      id: 'security-wg',
      title: 'Security WG',
      starts: '2026-01-08',
      repeats: 'every 2 weeks',
      rule: 'FREQ=WEEKLY;INTERVAL=2',
      zone: 'America/New_York',
      sessions: [{ time: '15:00', zone: 'America/New_York' }],
      more: 'standing: [Announcements, Open actions]\n',
      changes: new Map(),
    },
    {
      id: 'tsc',
      title: 'Steering',
      starts: '2026-01-01',
      repeats: 'every month on the first Thursday',
      rule: 'FREQ=MONTHLY;BYDAY=1TH',
      zone: 'Asia/Kolkata',
      sessions: [{ time: '09:30', zone: 'Asia/Kolkata' }],
      more: 'minutes-due: 7 days after\n',
      changes: new Map(),
    },
  ]
}

export const AGENDA = 'wg-agenda'

/** The text of the file of a series. */
export function fileOf({
  title,
  starts,
  repeats,
  zone,
  sessions,
  more = '',
  changes,
}: Omit<YearSeries, 'id' | 'rule'>): string {
  const [first] = sessions
  return [
    `title: ${title}`,
    'team: security-wg',
    `starts: ${starts} ${first?.time ?? ''}`,
    `zone: ${zone}`,
    `repeats: ${repeats}`,
    ...(sessions.length > 1
      ? ['rotation:', ...sessions.map((session) => `  - { time: "${session.time}", zone: ${session.zone} }`)]
      : []),
    'github:',
    `  repository: ${HOME}`,
    `  agenda: { label: ${AGENDA}, from: [repo:${HOME}] }`,
    ...(changes.size > 0 ? ['changes:', ...[...changes].map(changeLine)] : []),
    more,
  ].join('\n')
}

function changeLine([day, change]: readonly [string, YearChange]): string {
  return change.kind === 'cancelled'
    ? `  ${day}: cancelled, nobody has time`
    : `  ${day}: moved to ${change.day} ${change.time}, a holiday`
}
