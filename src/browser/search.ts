import MiniSearch, { type SearchResult } from 'minisearch'
import { SEARCH_OPTIONS, SEARCH_PARTS, type SearchDocument } from '../core/site/search-options.ts'

const MOST_FOUND = 50

/** The parts of the index that have come in so far. */
const parts: MiniSearch<SearchDocument>[] = []

const form = document.querySelector<HTMLFormElement>('[data-search]')
const field = form?.querySelector('input')
const status = document.querySelector('[data-search-status]')
const list = document.querySelector<HTMLElement>('[data-found]')
let progress: 'none' | 'loading' | 'whole' | 'failed' = 'none'

async function load(): Promise<void> {
  if (progress !== 'none') return
  progress = 'loading'
  try {
    const names = (await (await fetch(SEARCH_PARTS)).json()) as readonly string[]
    for (const name of names) {
      const answer = await fetch(name)
      if (!answer.ok) throw new Error(name)
      parts.push(MiniSearch.loadJSON<SearchDocument>(await answer.text(), SEARCH_OPTIONS))
      show()
    }
    progress = 'whole'
  } catch {
    progress = 'failed'
  }
  show()
}

function show(): void {
  const words = field?.value.trim() ?? ''
  if (!list || !status) return
  const found = words === '' ? [] : find(words)
  list.hidden = found.length === 0
  list.replaceChildren(...found.slice(0, MOST_FOUND).map(item))
  status.textContent = words === '' ? 'Minutes, decisions and charters are searched.' : told(found.length)
}

function find(words: string): readonly SearchResult[] {
  const options = { prefix: true, fuzzy: 0.15, combineWith: 'AND', boost: { title: 2 } } as const
  return parts.flatMap((part) => part.search(words, options)).sort((a, b) => b.score - a.score)
}

function told(count: number): string {
  const said =
    count === 0
      ? 'Nothing found'
      : count > MOST_FOUND
        ? `${count} found, the best ${MOST_FOUND} shown`
        : `${count} found`
  if (progress === 'whole') return `${said}.`
  return progress === 'failed' ? `${said}; a part of the index could not be loaded.` : `${said} so far …`
}

/** Only text is put in: titles are somebody else's. */
function item(found: SearchResult): HTMLElement {
  const { url, title, kind, excerpt } = found as unknown as SearchDocument
  const entry = document.createElement('li')
  const link = document.createElement('a')
  link.href = `../${url}`
  link.textContent = title
  const words = document.createElement('p')
  words.textContent = excerpt
  const sort = document.createElement('span')
  sort.className = 'counts'
  sort.textContent = ` ${kind}`
  entry.append(link, sort, words)
  return entry
}

form?.addEventListener('submit', (event) => {
  event.preventDefault()
  const words = field?.value.trim() ?? ''
  history.replaceState(null, '', words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`)
  void load()
  show()
})
field?.addEventListener('input', () => {
  void load()
  show()
})

const asked = new URLSearchParams(location.search).get('q') ?? ''
if (field) field.value = asked
if (asked !== '') void load()
show()
