/** From where a link of a Markdown file leads, and what it can lead to. */
export interface LinkPlaces {
  /** The path of the file in which the link stands, from the root of the workspace. */
  readonly file: string
  /** The repository in which the workspace lies, `owner/name`; undefined when nobody knows it. */
  readonly repository: string | undefined
  /** The address of the page that shows a file of the workspace; undefined where no page does. */
  readonly pageOf: (path: string) => string | undefined
}

const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/
const SCHEME = /^[a-z][a-z\d+.-]*:/i
const WEB = /^(?:https?|mailto):/i

/**
 * Where a link of a Markdown file leads on the site: to the page of the file that it names, to that file in the repository, or out to
 * the web. Undefined where it leads nowhere, and where following it would do anything else than open a page or a letter.
 */
export function resolveLink(target: string, places: LinkPlaces): string | undefined {
  const address = target.trim()
  if (address === '' || address.startsWith('#') || CONTROLS.test(address)) return undefined
  if (/^[/\\]{2}/.test(address)) return outside(`https:${address}`)
  if (SCHEME.test(address)) return WEB.test(address) ? outside(address) : undefined
  return inside(address, places)
}

function outside(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).href : undefined
}

function inside(address: string, { file, repository, pageOf }: LinkPlaces): string | undefined {
  const [, way = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
  const named = decode(way)
  const path = CONTROLS.test(named) ? undefined : pathFrom(file, named)
  if (path === undefined) return undefined
  const page = pageOf(path)
  if (page !== undefined) return page
  if (repository === undefined) return undefined
  return outside(
    `https://github.com/${repository}/blob/HEAD/${path.split('/').map(encodeURIComponent).join('/')}${rest}`,
  )
}

/** The path of a file that another file names; undefined where it lies outside the workspace. */
function pathFrom(file: string, way: string): string | undefined {
  const parts = way.startsWith('/') ? [] : file.split('/').slice(0, -1)
  for (const part of way.split(/[/\\]/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.length === 0 ? undefined : parts.join('/')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
