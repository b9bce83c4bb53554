import { scanLinks, type FoundLink } from './scan-links.ts'

/** An issue, pull request or discussion that a line of Markdown names. */
export interface Reference {
  readonly repo: string | null
  readonly number: number
  readonly url: string | null
  readonly start: number
  /** The first character after it. */
  readonly end: number
  /** `hash`: `#7` or a link whose text is that; `title`: a link with words; `url`: a bare address; `name`: `owner/name#7`, `name#7`. */
  readonly form: 'hash' | 'title' | 'url' | 'name'
  /** The words of the link, where it has some. */
  readonly label: string
  /** True for a link to a single comment. */
  readonly comment: boolean
}

/** Whose issues a bare `#7` and `name#7` mean. */
export interface ReferenceScope {
  /** `owner/name` for `#7`. */
  readonly repository: string | null
  /** Owner for `name#7`. */
  readonly owner: string | null
}

const ISSUE_ADDRESS =
  /^(?:https?:\/\/)?(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+)\/(?:issues|pull|pulls|discussions)\/(\d{1,7})(?![\w-])(.*)$/i
/** A line that names more than this many is a dump, and the rest of it is not read. */
const MOST_REFERENCES = 60
const IN_TEXT = /(?<![\w/.@&-])(?:([\w-]{1,39})\/)?([A-Za-z][\w.-]{0,99})?#(\d{1,6})(?![\w-])/g
const HASH_LABEL = /^[[(]*(?:[\w.-]+\/)?[\w.-]*#?\d+[\])]*$/
/** `milestone #4` is a count, not an issue. */
const COUNTED =
  /\b(?:milestone|vote|option|step|part|phase|point|day|week|session|meeting|section|item|question|number|no\.?|round|slide|page|proposal|version|stage|goal|priority|rule|topic|category|use case|idea|case)s?[\s:]*$/i

/** Finds what a line names, in order: links and addresses of GitHub, `owner/name#7`, `name#7` and `#7`. */
export function findReferences(line: string, scope: ReferenceScope): Reference[] {
  if (!/\d/.test(line)) return []
  const links = scanLinks(line)
  const found = links.flatMap((link) => asReference(link, scope))
  if (!line.includes('#')) return found.slice(0, MOST_REFERENCES)
  const rest = links.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    line,
  )
  return [...found, ...inText(rest, scope)].sort((a, b) => a.start - b.start).slice(0, MOST_REFERENCES)
}

function asReference(link: FoundLink, scope: ReferenceScope): Reference[] {
  const [, owner, name, number, tail = ''] = ISSUE_ADDRESS.exec(link.url) ?? []
  if (owner === undefined || name === undefined || number === undefined) return labelOnly(link, scope)
  return [
    {
      repo: `${owner}/${name}`,
      number: Number(number),
      url: link.url.startsWith('http')
        ? link.url.replace(/[#?].*$/, '')
        : `https://${link.url.replace(/[#?].*$/, '')}`,
      start: link.start,
      end: link.end,
      form:
        link.bare || link.text === link.url
          ? 'url'
          : HASH_LABEL.test(link.text.replaceAll('\\', '').trim())
            ? 'hash'
            : 'title',
      label: link.bare ? '' : link.text,
      comment: tail.includes('#issuecomment') || tail.includes('#discussion'),
    },
  ]
}

/** `[#7](broken)`: the number still says which issue is meant. */
function labelOnly(link: FoundLink, scope: ReferenceScope): Reference[] {
  if (link.bare || link.image || !/^\\?#\d+$/.test(link.text.trim())) return []
  return inText(link.text.trim().replace('\\', ''), scope).map((one) => ({
    ...one,
    start: link.start,
    end: link.end,
  }))
}

function inText(text: string, scope: ReferenceScope): Reference[] {
  return [...text.matchAll(IN_TEXT)].flatMap((match) => {
    const [whole, owner, name, number] = match
    if (owner !== undefined && name === undefined) return []
    if (name === undefined && COUNTED.test(text.slice(Math.max(0, match.index - 24), match.index))) return []
    const repo = name === undefined ? scope.repository : nameOf(owner ?? scope.owner, name)
    const url = repo === null ? null : `https://github.com/${repo}/issues/${String(number)}`
    const start = match.index
    return [
      {
        repo,
        number: Number(number),
        url,
        start,
        end: start + whole.length,
        form: name === undefined ? ('hash' as const) : ('name' as const),
        label: '',
        comment: false,
      },
    ]
  })
}

function nameOf(owner: string | null, name: string): string | null {
  return owner === null ? null : `${owner}/${name}`
}
