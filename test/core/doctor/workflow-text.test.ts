import { describe, expect, test } from 'vitest'
import { longestPause } from '../../../src/core/doctor/cron-pause.ts'
import { hasOtherToken, schedulePause, workflowVersion } from '../../../src/core/doctor/workflow-text.ts'

const HOUR = 60
const DAY = 24 * HOUR

describe('the longest pause of a cron line', () => {
  test.each([
    ['17 5 * * *', DAY],
    ['* * * * *', 1],
    ['*/15 * * * *', 15],
    ['7/20 * * * *', 20],
    ['17 5,17 * * *', 12 * HOUR],
    ['17 5,11 * * *', 18 * HOUR],
    ['0 9 * * 1-5', 3 * DAY],
    ['0 9 * * MON-FRI', 3 * DAY],
    ['0 9 * * 7', 7 * DAY],
    ['0 9 * * 0', 7 * DAY],
    ['0 9 1 * *', 31 * DAY],
    ['0 9 1 jan,jul *', 184 * DAY],
    ['0 9 */2 * *', 2 * DAY],
    ['0 9 13 * 5', 7 * DAY],
    ['0 9 29 2 *', 367 * DAY],
  ])('`%s` is %i minutes', (cron, minutes) => {
    expect(longestPause(cron)).toBe(minutes)
  })

  test.each([
    '',
    '@daily',
    '5 * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '5-1 * * * *',
    '*/0 * * * *',
    'x * * * *',
  ])('`%s` is none', (cron) => {
    expect(longestPause(cron)).toBeUndefined()
  })
})

describe('a workflow', () => {
  test.each([
    ['# wg workflow 3\non: push\n', 3],
    ['# wg workflow 3\r\non: push\r\n', 3],
    ['on: push\n# wg workflow 3\n', undefined],
    ['# wg workflow\n', undefined],
    ['# wg workflow 3 of mine\n', undefined],
  ])('%j has the number %s', (text, version) => {
    expect(workflowVersion(text)).toBe(version)
  })

  test.each([
    ["on:\n  schedule:\n    - cron: '0 5 * * 1'\n    - cron: '0 5 * * *'\n", DAY],
    ["'on': { schedule: [{ cron: '0 5 * * 1' }] }", 7 * DAY],
    ['on: [push]', undefined],
    ['on: { schedule: [{ cron: later }] }', undefined],
    ['on: [', undefined],
    ['', undefined],
  ])('%j pauses %s minutes at most', (text, minutes) => {
    expect(schedulePause(text)).toBe(minutes)
  })

  test.each([
    ['uses: actions/create-github-app-token@0123abc', true],
    ['token: ${{ secrets.WG_TOKEN }}', true],
    ['token: ${{ secrets.GITHUB_TOKEN }}', false],
    ['token: ${{ github.token }}', false],
    ['  # - uses: actions/create-github-app-token@0123abc', false],
  ])('%j has another token: %s', (text, has) => {
    expect(hasOtherToken(text)).toBe(has)
  })
})
