import { expect, test } from 'vitest'
import { judgeZoneData } from '../../../src/core/doctor/machine-examinations.ts'
import { unknownFacts, ZONE_FACTS } from '../../../src/core/doctor/zone-data.ts'

const NOW = new Date('2026-12-04T09:00:00Z')

/** Something that no release has said: Vienna an hour ahead of itself. */
const NEVER = { release: '2021a', zone: 'Europe/Vienna', at: '2023-07-01T12:00:00Z', shows: '15:00' }

test('the facts are in the order of their releases, and this Node knows those of its own', () => {
  const releases = ZONE_FACTS.map(({ release }) => release)
  expect(releases).toEqual(releases.toSorted())
  expect(unknownFacts(process.versions.tz)).toEqual([])
})

test('a fact of a later release says nothing against the clocks, one of an earlier release does', () => {
  expect(unknownFacts('2020f', [NEVER])).toEqual([])
  expect(unknownFacts('2021a', [NEVER])).toEqual([NEVER])
  expect(unknownFacts(undefined, [NEVER])).toEqual([NEVER])
  expect(unknownFacts('2021a', [{ ...NEVER, zone: 'Europe/Nowhere' }])).toHaveLength(1)
})

test.each([
  ['2025c', [], 'fine', '2025c'],
  [undefined, [], 'unknown', 'does not say'],
  ['2024b', [], 'warning', 'older than a year'],
  ['2025c', [NEVER], 'warning', 'though Node calls its data `2025c`'],
  [undefined, [NEVER], 'warning', '`Europe/Vienna`'],
] as const)('%s with %j is %s', (name, facts, state, says) => {
  const finding = judgeZoneData(name, NOW, facts)
  expect(finding.state).toBe(state)
  expect(finding.message).toContain(says)
})
