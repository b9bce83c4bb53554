import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may import whom (docs/design.md, "The house"). */
const src = join(import.meta.dirname, '../src')

const PURE_LIBRARIES = [
  'yaml',
  'zod',
  'unified',
  /^remark-/,
  /^mdast(-|$)/,
  /^micromark/,
  /^vfile/,
  'date-fns',
  /^@date-fns\/tz/,
  'node-diff3',
  '@dagrejs/dagre',
  'fastest-levenshtein',
  'ical-generator',
  'ical.js',
  'minisearch',
  'hast',
  'hastscript',
  /^hast-util-/,
  'rehype-sanitize',
]

const isOneOf = (allowed: readonly (string | RegExp)[]) => (name: string) =>
  allowed.some((each) => (typeof each === 'string' ? each === name : each.test(name)))

const MAY: Readonly<Record<string, (imported: string) => boolean>> = {
  core: (imported) => imported.startsWith('core/') || isOneOf(PURE_LIBRARIES)(imported),
  ports: (imported) => imported.startsWith('core/'),
  adapters: (imported) =>
    isOneOf([/^core\//, 'ports.ts', /^adapters\//, /^node:/, /^@octokit\//, '@clack/prompts'])(imported),
  cli: (imported) => isOneOf([/^core\//, 'ports.ts', /^cli\//, 'commander'])(imported),
  // The real world knows the shape of a world, and no command.
  'real-world': isOneOf([/^adapters\//, /^node:/, 'ports.ts', 'cli/world.ts']),
  // The two programs join what is there; what they do beside that is core's.
  main: isOneOf(['real-world.ts', 'cli/run.ts', 'adapters/outlive-reader.ts']),
  action: isOneOf([
    'real-world.ts',
    'cli/run.ts',
    'cli/world.ts',
    'cli/command-table.ts',
    'cli/print-problems.ts',
    'adapters/outlive-reader.ts',
    'adapters/real-place.ts',
    /^core\//,
    /^node:/,
  ]),
  browser: isOneOf([/^browser\//, 'core/site/search-options.ts', 'minisearch']),
  launch: isOneOf([/^node:/]),
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(src, file), 'utf8')
  const named = [
    ...text.matchAll(
      /^\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ]
  return named
    .map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '')
    .map((name) =>
      name.startsWith('.') ? relative(src, join(src, dirname(file), name)).replaceAll('\\', '/') : name,
    )
}

test('the reader of imports finds those that are there', () => {
  expect(importsOf('main.ts')).toEqual(expect.arrayContaining(['real-world.ts', 'cli/run.ts']))
  expect(importsOf('cli/command-table.ts')).toContain('cli/commands/check.ts')
  expect(importsOf('core/group.ts')).toEqual(expect.arrayContaining(['zod', 'core/fields.ts']))
})

test.each(sources)('%s imports only what its floor may', (file) => {
  const floor = file.split(/[/.]/)[0] ?? ''
  const may = MAY[floor]
  expect(may, `no rule for src/${floor}`).toBeDefined()
  expect(importsOf(file).filter((imported) => !may!(imported))).toEqual([])
})

describe('the house', () => {
  test('has no circle of imports', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const next of importsOf(file)) if (sources.includes(next)) visit(next, [...path, file])
      done.add(file)
    }
    sources.forEach((file) => visit(file, []))
    expect(circles).toEqual([])
  })

  test('has no lumber room and no barrel', () => {
    expect(
      sources.filter((file) =>
        /(^|\/)(utils?|helpers?|common|types|shared)(\/|\.ts$)|(^|\/)index\.ts$/.test(file),
      ),
    ).toEqual([])
  })

  test('plans with a reader alone: nothing of the core knows a port', () => {
    expect(
      sources.filter((file) => file.startsWith('core/') && importsOf(file).includes('ports.ts')),
    ).toEqual([])
  })
})
