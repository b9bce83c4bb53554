import type { changeAsJson } from './change-as-json.ts'
import type { meetingAsJson } from '../core/meetings/meeting-as-json.ts'

/** What `wg meeting new --json` says of one series. */
export interface SeriesReport {
  readonly series: string
  readonly meeting: ReturnType<typeof meetingAsJson> | null
  readonly changes: readonly ReturnType<typeof changeAsJson>[]
  readonly notes: readonly string[]
  /** The ready-made link that opens the issue by hand; null where GitHub is written to. */
  readonly link: string | null
  /** What was written on GitHub. */
  readonly urls: readonly string[]
}
