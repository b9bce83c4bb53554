import type { Lived } from './live-a-year.ts'

/** What lives saw and did, as one line. */
export function describeLives(lives: readonly Lived[]): string {
  const sum = (of: (each: Lived) => number) => lives.reduce((total, each) => total + of(each), 0)
  const [runs, requests] = [sum((each) => each.runs), sum((each) => each.requests)]
  const most = Math.max(...lives.map(({ mostRequests }) => mostRequests))
  return [
    `${runs} runs`,
    `${sum((each) => each.meetings)} meetings`,
    `${sum((each) => each.issues)} issues`,
    `${requests} requests (${(requests / runs).toFixed(2)} a run, at most ${most})`,
    `${sum((each) => each.writes)} writes`,
    `${sum((each) => each.broken.length)} broken laws`,
  ].join(', ')
}
