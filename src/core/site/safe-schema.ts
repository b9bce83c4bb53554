import { defaultSchema } from 'rehype-sanitize'

/** What stands before every anchor that foreign text brings along, so that it can never take the place of one of the page's own. */
export const ANCHOR_PREFIX = 'text-'

const LOADING = ['img', 'input', 'picture', 'source', 'details', 'summary', 'tt', 'strike', 'h1']

/**
 * The elements and attributes that the text of minutes and charters may have on a page: words and their structure. Nothing that loads,
 * runs, styles or asks. Anchors have their prefix already.
 */
export const SAFE_SCHEMA: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !LOADING.includes(name)),
  attributes: {
    a: ['href', 'rel', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    code: [['className', /^language-./]],
    div: [['className', 'wide'], ['role', 'region'], ['tabIndex', 0], 'ariaLabel'],
    h2: [['className', 'sr-only']],
    li: [['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: [['className', 'box'], ['role', 'img'], 'ariaLabel'],
    td: [['className', /^to-(?:left|center|right)$/]],
    th: [
      ['className', /^to-(?:left|center|right)$/],
      ['scope', 'col'],
    ],
    ul: [['className', 'contains-task-list']],
    '*': ['id'],
  },
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'] },
  required: {},
  strip: ['script', 'style'],
}
