import { expect, test } from 'vitest'
import type { Pages } from '../../src/ports.ts'
import { memoryFiles, wg } from '../world.ts'
import { INVENTED_GROUP, NOW } from './invented-group.ts'

/** Without the minutes of the group, which would be read and shown three times. */
const SMALL_GROUP = Object.fromEntries(
  Object.entries(INVENTED_GROUP).filter(([path]) => !/^meetings\/.*\.md$/.test(path)),
)

test('the preview follows the files, shows a fault in their place, and watches where minutes lie', async () => {
  const files = memoryFiles({
    ...SMALL_GROUP,
    'meetings/notes.yml':
      'title: Notes\nteam: core\nstarts: 2026-12-01 10:00\nzone: UTC\nminutes: records/notes/{date}.md\n',
  })
  let changed = () => {}
  let watched: readonly string[] = []
  const seen: string[] = []
  const look = async (pages: Pages, path: string) => (await pages(path))?.text ?? 'nothing'
  const { code, out } = await wg(['site', 'serve', '--port', '0'], {
    files,
    now: NOW,
    world: {
      siteAssets: async () =>
        new Map([
          ['site.css', 'body{}\n'],
          ['preview.js', '0\n'],
        ]),
      watch: async (_, folders, tell) => {
        watched = folders
        changed = tell
        return { stop: () => seen.push('stopped') }
      },
      serve: async (pages) => {
        seen.push(
          await look(pages, 'preview-build.txt'),
          await look(pages, ''),
          await look(pages, 'nothing/'),
        )
        files.texts.set('wg.yml', 'name: Renamed\n')
        seen.push(await look(pages, 'preview-build.txt'))
        changed()
        seen.push(await look(pages, 'preview-build.txt'), await look(pages, 'teams'))
        files.texts.set('wg.yml', 'nome: Renamed\n')
        changed()
        seen.push(await look(pages, 'calendar/'), await look(pages, 'assets/site.css'))
        return { url: 'http://127.0.0.1:1/', ended: Promise.resolve() }
      },
    },
  })
  expect([code, out.split('\n')[0]]).toEqual([0, 'Open http://127.0.0.1:1/'])
  expect(watched).toEqual(['', 'charters', 'meetings', 'votes', 'templates', 'records'])
  const [first, home, none, still, second, teams, fault, style, stopped] = seen
  expect([first, none, still, second, style, stopped]).toEqual([
    '1\n',
    'nothing',
    '1\n',
    '2\n',
    'body{}\n',
    'stopped',
  ])
  expect(home).toContain('<script src="assets/preview.js" defer></script>')
  expect(teams).toContain('Renamed')
  expect(fault).toContain('Did you mean `name`?')
})
