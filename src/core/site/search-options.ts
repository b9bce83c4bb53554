/** Something that can be found by searching. */
export interface SearchDocument {
  readonly id: number
  readonly kind: 'minutes' | 'decision' | 'charter'
  readonly title: string
  readonly date: string
  /** From the root of the site. */
  readonly url: string
  /** What is shown below the title. */
  readonly excerpt: string
  /** What is searched, beside the title. */
  readonly text: string
}

/** What the search page asks for first: the names of the parts of the index, the newest first. */
export const SEARCH_PARTS = 'parts.json'

const LONGEST_TERM = 40
const ASCII = /^[\0-\x7f]*$/
const MARKS = /\p{M}+/gu

/** How the index is made and how it is asked; both must be the same. Accents and capitals make no difference. */
export const SEARCH_OPTIONS = {
  fields: ['title', 'text'],
  storeFields: ['kind', 'title', 'date', 'url', 'excerpt'],
  processTerm: (term: string): string | null => {
    const plain = (ASCII.test(term) ? term : term.normalize('NFKD').replace(MARKS, '')).toLowerCase()
    return plain.length < 2 || plain.length > LONGEST_TERM ? null : plain
  },
}
