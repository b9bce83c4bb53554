import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { TextDecoder } from 'node:util'
import { feedName } from '../core/calendar/feed-name.ts'
import { refuse, Refusal } from '../core/problem.ts'

/** What fetching depends on. */
export interface FetchOptions {
  /** How long the whole answer may take, redirects included, in milliseconds. */
  readonly timeout: number
  readonly fetch: typeof globalThis.fetch
  /** The largest feed, in bytes; 20 MB unless given. */
  readonly mostBytes?: number
}

const MOST_BYTES = 20_000_000
const MOST_REDIRECTS = 5
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** What to do, by status. */
const ADVICE: ReadonlyMap<number, string> = new Map([
  [401, 'The calendar asks for a password: make it public, or use its public address.'],
  [403, 'The calendar is not public: make it public, or use its public address.'],
  [404, 'Look at the address; the calendar may have moved or been made private.'],
  [410, 'The calendar is gone for good: ask for its new address.'],
  [429, 'The server wants fewer requests: try again later.'],
])
const TRY_LATER = 'Try again later; if it stays so, tell whoever keeps the calendar.'
const LOOK_AT_ADDRESS = 'Look at the address.'

/**
 * Gets the text of a feed from `https:`, `http:`, `webcal:` (which means `https:`), `file:` or a path on disk. Only an answer with
 * status 200 counts. Throws a `Refusal` when there is none in time, when it is too large, and after too many redirects; whether the text
 * is a calendar is not looked at. No message holds more of an address than `feedName` gives.
 */
export async function fetchFeed(address: string, options: FetchOptions): Promise<string> {
  const scheme = /^([a-z][a-z+.-]+):/i.exec(address)?.[1]?.toLowerCase()
  if (scheme === undefined) return readFile(address, options)
  if (scheme === 'file') return readFile(pathOf(address), options)
  const url = address.replace(/^webcals?:/i, 'https:')
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    throw refuse(
      'feed-address',
      `\`${feedName(address)}\` is no address of a feed.`,
      'Use an `https:` address or a path.',
    )
  }
  if (new URL(url).username !== '') {
    throw refuse(
      'feed-address',
      `The address of \`${feedName(address)}\` holds a password, which does not belong into a file.`,
      'Use the public address of the calendar.',
    )
  }
  const signal = AbortSignal.timeout(options.timeout)
  try {
    return await getText(new URL(url), { ...options, signal })
  } catch (error) {
    throw asRefusal(error, { name: feedName(address), timeout: options.timeout, timedOut: signal.aborted })
  }
}

interface Request extends FetchOptions {
  readonly signal: AbortSignal
}

async function getText(first: URL, request: Request): Promise<string> {
  let url = first
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await request.fetch(url.href, {
      redirect: 'manual',
      signal: request.signal,
      headers: { accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1' },
    })
    if (!REDIRECTS.has(response.status)) return textOf(response, url, request)
    await response.body?.cancel()
    url = nextAddress(url, response.headers.get('location'))
  }
  throw refuse(
    'feed-unreachable',
    `${named(first)} redirects more than ${MOST_REDIRECTS} times.`,
    LOOK_AT_ADDRESS,
  )
}

function nextAddress(from: URL, location: string | null): URL {
  const to = location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined
  const isSafe = to?.protocol === 'https:' || (to?.protocol === 'http:' && from.protocol === 'http:')
  if (to !== undefined && isSafe) return to
  throw refuse(
    'feed-unreachable',
    `${named(from)} redirects to what is no \`https:\` address.`,
    LOOK_AT_ADDRESS,
  )
}

async function textOf(response: Response, url: URL, { mostBytes = MOST_BYTES }: Request): Promise<string> {
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel()
    const hint = ADVICE.get(response.status) ?? (response.status >= 500 ? TRY_LATER : LOOK_AT_ADDRESS)
    throw refuse('feed-unreachable', `${named(url)} answers with status ${response.status}.`, hint)
  }
  const charset = /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1]
  return readAll(response.body, { name: named(url), mostBytes, decoder: decoderFor(charset) })
}

interface Reading {
  readonly name: string
  readonly mostBytes: number
  readonly decoder: TextDecoder
}

/** Reads chunk by chunk and stops at the limit: a body may have no end. Leaving the loop closes the source. */
async function readAll(
  chunks: AsyncIterable<Uint8Array>,
  { name, mostBytes, decoder }: Reading,
): Promise<string> {
  const texts: string[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) {
      const hint = 'Ask for a calendar that holds less, for example only the coming year.'
      throw refuse('feed-too-large', `${name} is larger than ${mostBytes / 1_000_000} MB.`, hint)
    }
    texts.push(decoder.decode(chunk, { stream: true }))
  }
  return texts.join('') + decoder.decode()
}

/** UTF-8 unless the server says otherwise in a word that Node knows (RFC 5545 §3.1.4). */
function decoderFor(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset ?? 'utf-8')
  } catch {
    return new TextDecoder('utf-8')
  }
}

function pathOf(address: string): string {
  try {
    return fileURLToPath(address)
  } catch {
    throw refuse('feed-address', `\`${address}\` is no address of a file on this machine.`, 'Use a path.')
  }
}

async function readFile(path: string, { mostBytes = MOST_BYTES }: FetchOptions): Promise<string> {
  try {
    const file = await open(path)
    const chunks = file.createReadStream() as AsyncIterable<Uint8Array>
    return await readAll(chunks, { name: `\`${path}\``, mostBytes, decoder: decoderFor(undefined) })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse('feed-unreachable', `\`${path}\` cannot be read (${codeOf(error)}).`, 'Look at the path.')
  }
}

interface Failure {
  readonly name: string
  readonly timeout: number
  readonly timedOut: boolean
}

function asRefusal(error: unknown, { name, timeout, timedOut }: Failure): Refusal {
  if (error instanceof Refusal) return error
  const what = timedOut
    ? `\`${name}\` did not answer in full within ${timeout / 1000} seconds.`
    : `\`${name}\` cannot be reached (${codeOf(error)}).`
  return refuse('feed-unreachable', what, TRY_LATER)
}

/** `ENOENT`, `ECONNREFUSED`; never the text of the error, which may hold the address. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  const found = cause?.code ?? code
  return typeof found === 'string' ? found : 'no connection'
}

function named(url: URL): string {
  return `\`${feedName(url.href)}\``
}
