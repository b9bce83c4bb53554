import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chart, chartOn } from '../../src/core/charters/chart.ts'
import { chartAsMermaid } from '../../src/core/render/chart-mermaid.ts'
import { chartAsSvg } from '../../src/core/render/chart-svg.ts'
import { plainLine } from '../../src/core/text/plain-line.ts'
import { parseDay } from '../../src/core/time/day.ts'
import { readWorkspace } from '../../src/core/workspace.ts'
import { HOSTILE_TITLES } from '../hostile-titles.ts'
import { openBrowser } from './open-browser.ts'

const on = parseDay('2026-11-22')!

function charter(name: string, lines: string): string {
  return `---\nname: ${JSON.stringify(name)}\n${lines}history: [{ date: 2020-01-01, state: proposed }]\n---\n\n# A\n`
}

function chartOf(charters: Readonly<Record<string, string>>): Chart {
  const files = Object.entries(charters).map(([team, text]) => [`charters/${team}.md`, text] as const)
  const group =
    'name: Example\nbodies:\n  old: { name: Old Board, state: merged, into: board }\n  board: Example Board\n'
  const { workspace, problems } = readWorkspace(new Map([['wg.yml', group], ...files]))
  expect(problems).toEqual([])
  return chartOn(on, 'Example: teams', workspace)
}

const usual = chartOf({
  'security-wg': charter('Security Working Group', 'reports-to: undecided\n'),
  'core-response': charter('Security Response for Core', 'part-of: security-wg\nreports-to: old\n'),
  end: charter('A team with a name that Mermaid uses', 'part-of: security-wg\nreports-to: security-wg\n'),
  'long-names': charter('Ünïcödé 日本語のチーム with-a-word-that-is-much-longer-than-one-line-of-a-box', ''),
})

const many = chartOf(
  Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `team-${index}`,
      charter(
        `Team ${index}`,
        index === 0 ? '' : `part-of: team-${Math.floor((index - 1) / 3)}\nreports-to: board\n`,
      ),
    ]),
  ),
)

/** A name is one line; what else a title can hold, a name can. */
const asName = (title: string) => plainLine(title, Infinity) || 'x'

const hostile = HOSTILE_TITLES.map(
  ([what, title]) => [what, chartOf({ core: charter(asName(title), 'reports-to: old\n') })] as const,
)

const charts: readonly (readonly [string, Chart])[] = [
  ['usual', usual],
  ['many teams', many],
  ['empty', chartOf({})],
  ...hostile,
]

let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'wg-chart-'))

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})

afterAll(async () => browser.close())

async function openSvg(chart: Chart): Promise<void> {
  const file = join(folder, 'chart.svg')
  writeFileSync(file, chartAsSvg(chart))
  await page.goto(pathToFileURL(file).href)
}

interface SeenSvg {
  readonly root: string
  readonly errors: number
  readonly title: string
  readonly labelledBy: string
  readonly description: string
  readonly nodes: number
  readonly lines: number
  readonly outside: readonly string[]
  readonly active: number
}

interface DrawnMermaid {
  readonly diagramType: string
  readonly labels: readonly string[]
  readonly edges: number
  readonly active: number
}

const inPage = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8')

const run = <Result>(call: string) => page.evaluate<Result>(`{${inPage}}\n${call}`)

describe('the SVG of a chart', () => {
  beforeAll(() => openSvg(usual))

  test.each(charts)('%s is drawn by a browser, with every word inside its box', async (_, chart) => {
    const put = chart === usual ? '' : `putSvg(${JSON.stringify(chartAsSvg(chart))})`
    const { nodes, lines, description, ...seen } = await run<SeenSvg>(`${put}\nseeSvg()`)
    expect(seen).toEqual({
      root: 'svg',
      errors: 0,
      title: chart.title,
      labelledBy: 'title desc',
      outside: [],
      active: 0,
    })
    expect([nodes, lines]).toEqual([chart.nodes.length, chart.edges.length])
    for (const { name } of chart === usual ? chart.nodes : []) expect(description).toContain(name)
  })

  test('has no two boxes that overlap', async () => {
    await openSvg(many)
    expect(await run<number>('countOverlaps()')).toBe(0)
  })

  test.each(['light', 'dark'] as const)(
    'can be read on a %s page: words stand out 4.5 to 1 (WCAG 2.2, 1.4.3)',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme })
      await openSvg(usual)
      const colours = await run<readonly (readonly [string, string])[]>('seeColours()')
      for (const [ink, paper] of colours) expect(contrast(ink, paper)).toBeGreaterThan(4.5)
      expect(luminance(colours[0]?.[1] ?? '') > 0.5).toBe(scheme === 'light')
    },
  )
})

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
    const value = Number(part) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('the Mermaid of a chart', () => {
  beforeAll(async () => {
    await page.goto('about:blank')
    const mermaid = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js')
    await page.addScriptTag({ content: readFileSync(mermaid, 'utf8') })
  })

  test.each(charts)(
    '%s is parsed and drawn by Mermaid, with the names that were written',
    async (_, chart) => {
      const source = JSON.stringify(chartAsMermaid(chart).join('\n'))
      const drawn = await run<DrawnMermaid>(`drawMermaid(${source})`)
      expect(drawn.diagramType).toMatch(/^flowchart/)
      expect(drawn.labels).toHaveLength(chart.nodes.length)
      expect(drawn.edges).toBe(chart.edges.length)
      expect(drawn.active).toBe(0)
      const plain = (text: string) => text.replace(/[\s\u200B]+/g, '')
      for (const { name } of chart.nodes)
        expect(drawn.labels.some((label) => plain(label).includes(plain(plainLine(name, 120))))).toBe(true)
    },
  )
})
