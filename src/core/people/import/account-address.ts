import { isLogin } from './login-shape.ts'

/** Where a link leads, as far as a roster cares. */
export type Address =
  | { readonly kind: 'account'; readonly login: string }
  /** An address of GitHub with something that cannot be a login. */
  | { readonly kind: 'odd'; readonly raw: string }
  | { readonly kind: 'mail'; readonly text: string }
  | { readonly kind: 'elsewhere' }

const ACCOUNT = /^(?:https?:)?(?:\/\/)?(?:www\.)?github\.com\/@?([^/?#\s]+)\/?(?:[?#].*)?$/iu
const PICTURE =
  /^https?:\/\/(?:(?:www\.)?github\.com\/([^/?#\s]+)\.png|avatars\.githubusercontent\.com\/([^/?#\s]+))(?:\?.*)?$/iu

/** First words of addresses on GitHub that belong to nobody. */
const RESERVED = new Set(
  [
    'about',
    'apps',
    'collections',
    'contact',
    'customer-stories',
    'enterprise',
    'enterprises',
    'events',
    'explore',
  ].concat(
    [
      'features',
      'issues',
      'join',
      'login',
      'marketplace',
      'new',
      'notifications',
      'organizations',
      'orgs',
      'pricing',
    ],
    ['pulls', 'search', 'security', 'settings', 'sponsors', 'stars', 'teams', 'topics', 'trending', 'users'],
  ),
)

/** Reads an address, also one without its scheme (`github.com/ada-example`). */
export function readAddress(address: string): Address {
  const trimmed = address.trim()
  if (/^mailto:/iu.test(trimmed)) return { kind: 'mail', text: trimmed.slice('mailto:'.length) }
  const raw = ACCOUNT.exec(trimmed)?.[1]
  if (raw === undefined) return { kind: 'elsewhere' }
  const login = decoded(raw)
  if (RESERVED.has(login.toLowerCase())) return { kind: 'elsewhere' }
  return isLogin(login) ? { kind: 'account', login } : { kind: 'odd', raw: login }
}

/** The login in the address of a picture (`https://github.com/ada-example.png`) or in its text (`@ada-example`). */
export function readPicture(source: string, text: string): string | undefined {
  const found = PICTURE.exec(source.trim())
  const login = found?.[1] ?? found?.[2] ?? /^@(\S+)$/u.exec(text.trim())?.[1]
  return login !== undefined && isLogin(login) ? login : undefined
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
