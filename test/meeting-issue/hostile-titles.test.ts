import type { Link, Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { findMarks } from '../../src/core/text/marks.ts'
import { plainLine } from '../../src/core/text/plain-line.ts'
import { HOSTILE_TITLES } from '../hostile-titles.ts'
import { allNodes, readMarkdown } from '../read-markdown.ts'
import { type World } from '../github/world.ts'
import { HOME, issuesWith, onStage, seriesWith, smallGitHub, workspaceTexts } from './stage.ts'

/** GitHub's own limit of a title; a blank one it refuses. */
const titles = HOSTILE_TITLES.map(
  ([name, title]) => [name, Array.from(title).slice(0, 256).join('')] as const,
).filter(([, title]) => title.trim() !== '')

function hostileGitHub(): World {
  const world = smallGitHub()
  for (const [, title] of titles) world.issue(HOME, { title, labels: ['wg-agenda'] })
  return world
}

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''

const insideLinksAndCode = (tree: Nodes): Nodes[] =>
  allNodes(tree).filter(({ type }) => ['link', 'inlineCode', 'code'].includes(type))

/** What GitHub reads names and references in: the text outside links and code. */
const looseText = (tree: Nodes): string => {
  const hidden = new Set(insideLinksAndCode(tree).flatMap(allNodes))
  return allNodes(tree)
    .flatMap((node) => (node.type === 'text' && !hidden.has(node) ? [node.value] : []))
    .join('\n')
}

const agendaOf = (body: string): string => {
  const block = findMarks(body).blocks.find(({ name }) => name === 'agenda')
  if (!block) throw new Error('the agenda has no sound marks')
  return body.slice(block.contentStart, block.contentEnd)
}

test('there are at least sixty of them', () => {
  expect(titles.length).toBeGreaterThanOrEqual(60)
})

describe('hostile titles stay text', () => {
  test('in the issue', () =>
    onStage({ world: hostileGitHub() }, async (stage) => {
      await stage.run()
      const [issue] = issuesWith(stage.world)
      const body = issue?.body ?? ''
      const { keys, faults, blocks } = findMarks(body)
      expect(keys.map(({ key }) => key)).toEqual(['security-wg/2026-12-10'])
      expect(faults).toEqual([])
      expect(blocks.map(({ name }) => name)).toEqual(['time', 'links', 'agenda', 'invited', 'join'])

      const agenda = readMarkdown(agendaOf(body))
      const links = allNodes(agenda).filter((node): node is Link => node.type === 'link')
      const shown = new Map(links.map((link) => [link.url, textOf(link)]))
      expect(links).toHaveLength(titles.length + 2)
      titles.forEach(([, title], index) => {
        const number = index + 3
        const line = plainLine(title)
        const wanted = plainLine(`${line} #${number}`)
        expect(shown.get(`https://github.com/${HOME}/issues/${number}`)).toBe(wanted)
      })
      const html = allNodes(readMarkdown(body)).flatMap((node) => (node.type === 'html' ? [node.value] : []))
      for (const comment of html) expect(comment).toMatch(/^<!-- (?:\/?wg:|at )[^<>]*-->$/)
      expect(looseText(readMarkdown(body))).not.toMatch(/@\w|#\d|\bGH-\d/i)
      expect(allNodes(agenda).map(({ type }) => type)).not.toContain('image')

      stage.server.forget()
      await stage.run()
      expect(stage.server.writes).toEqual([])
    }))

  test.each(['agenda', 'meeting new --dry-run'])('in the terminal, `wg %s`', (command) =>
    onStage({ world: hostileGitHub() }, async (stage) => {
      const { out, code } = await stage.run(command)
      expect(code).toBe(0)

      expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u200B]/)
      expect(out).not.toMatch(/^\s*::/m)
      expect(out).not.toContain('##[')
      // One line for each item and one for its address: no title has made lines of its own.
      if (command === 'agenda')
        expect(out.split('\n').filter((line) => line.startsWith('  - '))).toHaveLength(titles.length + 3)
    }),
  )

  test('in the file, as standing items', async () => {
    let written = 0
    for (const [name, title] of titles) {
      const series = seriesWith('')
        .replace('[Announcements]', () => `[${JSON.stringify(title)}]`)
        .replace(/^github:\n.*\n.*\n/m, '')
      await onStage({ texts: workspaceTexts(series) }, async (stage) => {
        const { code, err } = await stage.run()
        const text = stage.files.texts.get('meetings/security-wg/2026-12-10.md')
        // A series file may refuse what is no line of text; it says so, and writes nothing.
        if (code === 1) expect(err, name).toMatch(/^meetings\/security-wg.yml \d+:\d+ /)
        else {
          written += 1
          const agenda = readMarkdown(agendaOf(text ?? ''))
          const items = allNodes(agenda).filter(({ type }) => type === 'listItem')
          expect(items, name).toHaveLength(1)
          expect(items.map(textOf).join('').replaceAll('\u200B', ''), name).toBe(plainLine(title))
          expect(looseText(agenda), name).not.toMatch(/@\w|#\d|\bGH-\d/i)
        }
      })
    }
    expect(written).toBeGreaterThan(40)
  })
})
