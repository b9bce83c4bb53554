import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchFeed, type FetchOptions } from '../../src/adapters/feed-fetcher.ts'
import { Refusal } from '../../src/core/problem.ts'

const FEED = 'BEGIN:VCALENDAR\r\nX-NAME:Büro\r\nEND:VCALENDAR\r\n'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** What the server does, by path. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  '/team.ics': (response) => response.writeHead(200, { 'content-type': 'text/calendar' }).end(FEED),
  '/latin1.ics': (response) =>
    response
      .writeHead(200, { 'content-type': 'text/calendar; charset=ISO-8859-1' })
      .end(Buffer.from(FEED, 'latin1')),
  '/odd-charset.ics': (response) =>
    response.writeHead(200, { 'content-type': 'text/calendar; charset=klingon' }).end(FEED),
  '/page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
  '/moved': (response) => response.writeHead(302, { location: '/team.ics' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/to-file': (response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/nowhere': (response) => response.writeHead(302).end(),
  '/empty': (response) => response.writeHead(204).end(),
  '/hang': () => {},
  '/hang-later': (response) => response.writeHead(200).write('BEGIN:VCALENDAR'),
  '/endless': (response) => {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  },
  '/reset': (response) => response.destroy(),
}

const STATUSES = [401, 403, 404, 410, 429, 500, 503]

let server: Server
let base: string
let closedEarly = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname
    response.on('close', () => (closedEarly += response.writableFinished ? 0 : 1))
    const status = Number(path.slice(1))
    if (STATUSES.includes(status)) return response.writeHead(status).end('<html>sorry</html>')
    return ANSWERS[path]?.(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function get(address: string, options: Partial<FetchOptions> = {}): Promise<string> {
  return fetchFeed(address, { timeout: 20_000, fetch, ...options })
}

async function refusalOf(
  address: string,
  options: Partial<FetchOptions> = {},
): Promise<{ rule: string; message: string; hint: string }> {
  const error: unknown = await get(address, options).then(
    () => new Error('It was answered.'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw error as Error
  const [problem] = error.problems
  return { rule: problem?.rule ?? '', message: error.message, hint: problem?.hint ?? '' }
}

describe('a feed on the web', () => {
  test.each(['/team.ics', '/latin1.ics', '/odd-charset.ics', '/moved'])('is read from %s', async (path) => {
    expect(await get(base + path)).toBe(FEED)
  })

  test('may be a page; that is for the reader to see', async () => {
    expect(await get(`${base}/page`)).toBe('<html></html>')
  })

  test.each(STATUSES)('is an error with status %i', async (status) => {
    const { rule, message, hint } = await refusalOf(`${base}/${status}`)
    expect(rule).toBe('feed-unreachable')
    expect(message).toContain(`answers with status ${status}.`)
    expect(hint).toMatch(/\.$/)
  })

  test('is an error without content', async () => {
    expect((await refusalOf(`${base}/empty`)).message).toContain('status 204')
  })

  test.each(['/hang', '/hang-later'])('is an error when %s takes too long', async (path) => {
    const { rule, message } = await refusalOf(base + path, { timeout: 300 })
    expect(rule).toBe('feed-unreachable')
    expect(message).toBe(`\`${base}${path}\` did not answer in full within 0.3 seconds.`)
  })

  test('is an error when it is too large, and the rest is not fetched', async () => {
    const before = closedEarly
    const { rule, message } = await refusalOf(`${base}/endless`, { mostBytes: 1_000_000 })
    expect(rule).toBe('feed-too-large')
    expect(message).toContain('larger than 1 MB')
    await expect.poll(() => closedEarly).toBe(before + 1)
  })

  test('may be exactly as large as is allowed', async () => {
    const size = Buffer.byteLength(FEED)
    expect(await get(`${base}/team.ics`, { mostBytes: size })).toBe(FEED)
    expect((await refusalOf(`${base}/team.ics`, { mostBytes: size - 1 })).rule).toBe('feed-too-large')
  })

  test.each(['/loop', '/to-file', '/nowhere'])('is an error when %s leads nowhere', async (path) => {
    const { rule, message } = await refusalOf(base + path)
    expect(rule).toBe('feed-unreachable')
    expect(message).toContain('redirects')
  })

  test('is an error when the connection breaks or is refused', async () => {
    expect((await refusalOf(`${base}/reset`)).message).toContain('cannot be reached')
    expect((await refusalOf('http://127.0.0.1:1/team.ics')).message).toContain('cannot be reached')
  })

  test('is asked for over https when the address begins with webcal', async () => {
    const asked: string[] = []
    const answer: typeof fetch = async (url) => {
      asked.push(new Request(url).url)
      return new Response(FEED)
    }
    expect(await get('webcal://example.org/team.ics', { fetch: answer })).toBe(FEED)
    expect(asked).toEqual(['https://example.org/team.ics'])
  })

  test('does not go from https to http', async () => {
    const answer: typeof fetch = async () =>
      new Response(null, { status: 302, headers: { location: 'http://example.org/' } })
    expect((await refusalOf('https://example.org/team.ics', { fetch: answer })).message).toContain(
      'redirects',
    )
  })

  test('never shows the secrets of its address', async () => {
    const secrets = `${base}/private-hidden1/team.ics?key=hidden2#hidden3`
    expect((await refusalOf(secrets, { timeout: 300 })).message).not.toMatch(/hidden/)
    expect((await refusalOf(`${base}/404?key=hidden2`)).message).not.toMatch(/hidden/)
  })

  test('has no password in its address', async () => {
    const { rule, message } = await refusalOf(`${base.replace('//', '//ada:hidden@')}/team.ics`)
    expect(rule).toBe('feed-address')
    expect(message).not.toMatch(/hidden/)
  })

  test.each([
    'ftp://example.org/team.ics',
    'https://',
    'data:text/calendar,x',
    'file://example.org/team.ics',
  ])('has no address of a kind such as %s', async (address) => {
    expect((await refusalOf(address)).rule).toBe('feed-address')
  })
})

describe('a feed on disk', () => {
  test('is read by its path and by its address', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'feed-')), 'team.ics')
    await writeFile(path, FEED)
    expect(await get(path)).toBe(FEED)
    expect(await get(pathToFileURL(path).href)).toBe(FEED)
    expect((await refusalOf(path, { mostBytes: 10 })).rule).toBe('feed-too-large')
  })

  test('is an error when it is not there, or a folder', async () => {
    expect((await refusalOf('no/such/team.ics')).message).toBe('`no/such/team.ics` cannot be read (ENOENT).')
    expect((await refusalOf(tmpdir())).message).toContain('EISDIR')
  })
})
