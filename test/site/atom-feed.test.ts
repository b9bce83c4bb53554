import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltSite, buildSite } from './build-site.ts'
import { INVENTED_GROUP } from './invented-group.ts'

/** What the parser of Ruby makes of a feed. */
interface ReadFeed {
  readonly fault?: string
  readonly id?: string
  readonly title?: string
  readonly self?: string
  readonly entries?: readonly Readonly<Record<'id' | 'title' | 'url' | 'updated' | 'text', string>>[]
}

function read(texts: readonly string[]): readonly ReadFeed[] {
  const script = join(import.meta.dirname, 'read-atom.rb')
  const printed = execFileSync('ruby', [script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 16e6,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return JSON.parse(printed) as readonly ReadFeed[]
}

const NAMES = ['meetings', 'minutes'] as const
let built: BuiltSite
let homeless: BuiltSite
let quiet: BuiltSite

beforeAll(async () => {
  built = await buildSite()
  const group = INVENTED_GROUP['wg.yml'] ?? ''
  homeless = await buildSite({
    group: { ...INVENTED_GROUP, 'wg.yml': group.replace(/^site: .*\n/m, '') },
    args: ['--base', '/'],
  })
  quiet = await buildSite({ group: { 'wg.yml': group } })
})

const atomOf = (site: BuiltSite, name: string) => site.pages.get(`feeds/${name}.atom`) ?? ''
const jsonOf = (site: BuiltSite, name: string) =>
  JSON.parse(site.pages.get(`feeds/${name}.json`) ?? '') as {
    title: string
    items: Record<'id' | 'title' | 'url' | 'date_published' | 'content_text', string>[]
  }

test('a parser that validates finds nothing wrong, and reads what JSON Feed says', () => {
  const sites = [built, homeless, quiet]
  const wanted = sites.flatMap((site) => NAMES.map((name) => ({ site, name })))
  const feeds = read(wanted.map(({ site, name }) => atomOf(site, name)))
  wanted.forEach(({ site, name }, index) => {
    const feed = feeds[index]
    const { title, items } = jsonOf(site, name)
    expect(feed).toEqual({
      id: `urn:wg:harbour-security:${name}`,
      title,
      self: site === homeless ? `${name}.atom` : `https://example.org/harbour/feeds/${name}.atom`,
      entries: items.map(({ id, title: called, url, date_published, content_text }) => ({
        id,
        title: called,
        url,
        updated: new Date(date_published).toISOString(),
        text: content_text,
      })),
    })
    expect(feed?.entries?.length).toBeGreaterThan(site === quiet ? -1 : 5)
    expect(feed?.entries?.filter(({ text }) => text === '')).toEqual([])
  })
})

describe('the parser that validates', () => {
  const cut = (pattern: RegExp) => (text: string) => text.replace(pattern, '')
  const twice = (pattern: RegExp) => (text: string) => text.replace(pattern, '$&$&')

  // Faults that the sections of RFC 4287 forbid; if the parser let them pass, its silence about our feeds would mean nothing.
  const FAULTS: readonly (readonly [section: string, spoil: (text: string) => string, fault: string])[] = [
    ['4.1.1: a feed has an id', cut(/<id>.*<\/id>/), 'MissingTagError'],
    ['4.1.1: a feed has one id', twice(/<id>.*<\/id>/), 'TooMuchTagError'],
    ['4.1.1: a feed has a title', cut(/<title>.*<\/title>/), 'MissingTagError'],
    ['4.1.1: a feed says when it changed', cut(/<updated>.*<\/updated>/), 'MissingTagError'],
    ['4.1.1: a feed, or each entry, has an author', cut(/<author>[\s\S]*?<\/author>/), 'MissingTagError'],
    ['4.1.2: an entry has an id', cut(/(?<=<entry>\s*)<id>.*<\/id>/), 'MissingTagError'],
    ['4.1.2: an entry has a title', cut(/(?<=<\/id>\s*)<title>(?=Minutes).*<\/title>/), 'MissingTagError'],
    ['4.1.2: an entry has one title', twice(/<title>Minutes.*<\/title>/), 'TooMuchTagError'],
    [
      '4.1.2: an entry says when it changed',
      cut(/(?<=Minutes.*\s*)<updated>.*<\/updated>/),
      'MissingTagError',
    ],
    ['3.1.1: a text is text, html or xhtml', (text) => text.replace('<title>', '<title type="x">'), ''],
    ['3.2.1: a person has a name', cut(/<name>.*<\/name>/), 'MissingTagError'],
    ['3.3: a date is one of RFC 3339', (text) => text.replace(/<updated>/, '<updated>on '), ''],
    ['4.2.7: a link leads somewhere', cut(/(?<=<link .*) href="[^"]*"/), 'MissingAttributeError'],
    [
      '6: what is of Atom and of no section is refused',
      (text) => text.replace('<id>', '<ident/><id>'),
      'NotExpectedTagError',
    ],
    ['XML: what is opened is closed', cut(/<\/feed>/), 'NotWellFormedError'],
  ]

  let found: readonly ReadFeed[] = []
  beforeAll(() => {
    found = read(FAULTS.map(([, spoil]) => spoil(atomOf(built, 'minutes'))))
  })

  test.each(FAULTS.map(([section, , fault], index) => [section, fault, index] as const))(
    'knows RFC 4287 §%s',
    (_, fault, index) => {
      expect(found[index]?.fault ?? '').toMatch(new RegExp(`^${fault === '' ? '\\w+Error' : fault}: `))
    },
  )
})
