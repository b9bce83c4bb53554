import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Chart, chartOn } from '../charters/chart.ts'
import { chartAsSvg } from '../render/chart-svg.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Site } from './site.ts'

/** The chart of all teams that are there today. */
export function siteChart({ workspace, today }: Site): Chart {
  return chartOn(today, `${plainLine(workspace.group.name)}: teams`, workspace)
}

/** The picture of a chart, or the one that was drawn of the same chart before. */
export function drawChart(chart: Chart, { memory }: Pick<Site, 'memory'>): string {
  const key = memory.keyOf('chart', JSON.stringify(chart))
  const kept = memory.recall(key)
  if (kept !== undefined) return kept
  const svg = chartAsSvg(chart)
  memory.keep(key, svg)
  return svg
}

/** A picture that is wider than a narrow screen, with what it shows in words below it. */
export interface Figure {
  /** The SVG at the address, by whose size the page leaves room. */
  readonly svg: string
  readonly address: string
  readonly title: string
  readonly words: string
}

/** A picture on a page: it can be scrolled by keyboard, and stands there in words too. */
export function figure({ svg, address, title, words }: Figure): Element {
  const size = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)
  const room = size ? { width: Math.ceil(Number(size[1])), height: Math.ceil(Number(size[2])) } : {}
  return h(
    'figure',
    h(
      'div',
      { className: 'wide', role: 'region', tabIndex: 0, ariaLabel: 'Picture' },
      h('img', { src: address, alt: plainLine(title), ...room }),
    ),
    h('figcaption', h('details', h('summary', 'The picture in words'), h('p', plainLine(words, Infinity)))),
  )
}

/** A chart of teams on a page. */
export function chartFigure(chart: Chart, address: string, site: Site): Element {
  return figure({ svg: drawChart(chart, site), address, title: chart.title, words: chart.description })
}
