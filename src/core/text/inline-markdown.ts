import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { PhrasingContent } from 'mdast'
import { plainLine } from './plain-line.ts'

// GitHub turns names and references into links in the text nodes of the rendered page, outside `a`, `code` and `pre` (html-pipeline,
// MentionFilter): escapes and entities are decoded by then, comments dropped. Sure is only a character in between that no name may hold.
const BREAK = '&#8203;'
// Holds the place of a break, so that the break itself is not escaped; no plain line has this character.
const PLACE = '\uFDD0'

/** Where GitHub and GFM would see a mention, a reference, a commit, an address or an emoji name; the break goes after each match. */
const BREAKS: readonly RegExp[] = [
  // `@team`, `ada@example.org`, `owner/repo@abc1234`
  /@(?=\w)/g,
  // `#1`, `owner/repo#1`
  /#(?=\d)/g,
  // `GH-1`
  /GH-(?=\d)/gi,
  // A commit is at least seven hexadecimal digits.
  /[0-9a-f]{6}(?=[0-9a-f])/gi,
  // `https://example.org`
  /:(?=\/\/)/g,
  // `www.example.org`
  /www(?=\.)/gi,
  // `mailto:ada@example.org`, `xmpp:…`
  /(?:mailto|xmpp):/gi,
  // `:tada:`
  /:(?=[\w+-]+:)/g,
]

/**
 * Foreign text as one line of Markdown that shows this text and nothing else: no emphasis, link, image, code, HTML or mark, and on
 * GitHub no mention, reference or commit link. Fit for prose, lists, headings and table cells; no value is filled into it.
 */
export function markdownText(text: string): string {
  const broken = BREAKS.reduce((line, pattern) => line.replace(pattern, `$&${PLACE}`), plainLine(text))
  return print({ type: 'text', value: broken }).replaceAll(PLACE, BREAK)
}

/**
 * The group's own words, read from a file of its own, as one line of Markdown that shows them: no emphasis, HTML or mark. Mentions,
 * references and addresses stay what they are.
 */
export function markdownProse(text: string): string {
  return print({ type: 'text', value: plainLine(text, Infinity) })
}

/**
 * A link whose text is foreign; what is in the text cannot close the link, and names nobody, since GitHub looks for names and
 * references outside links only. A text that is empty shows the address. An address that is not `http:`, `https:` or
 * `mailto:` gives the text alone.
 */
export function markdownLink(text: string, url: string): string {
  const address = encodeAddress(url)
  const shown = plainLine(text)
  if (!/^(?:https?:\/\/|mailto:)./i.test(address)) return markdownText(shown)
  return print({ type: 'link', url: address, children: [{ type: 'text', value: shown || plainLine(url) }] })
}

/** A link to a file of the workspace by a relative path; the text is foreign, the path is wg's own. */
export function markdownFileLink(text: string, path: string): string {
  return print({
    type: 'link',
    url: encodeAddress(path),
    children: [{ type: 'text', value: plainLine(text) || path }],
  })
}

function print(node: PhrasingContent): string {
  const paragraph = toMarkdown(
    { type: 'paragraph', children: [node] },
    { extensions: [gfmToMarkdown()], resourceLink: true },
  )
  // Two braces would be a value of a template, and a bar would end the cell of a table.
  return paragraph
    .trimEnd()
    .replace(/\{{2,}/g, (braces) => '\\{'.repeat(braces.length))
    .replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|')
}

function encodeAddress(url: string): string {
  return plainLine(url, Infinity).replace(
    /[\s<>()[\]{}|\\"`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
