/** Google's private addresses hold their secret in the path. */
const SECRET_PART = /^private-.+/

/**
 * How messages call the feed at an address: host and path, without what may be secret (the query, the fragment, a password, the part
 * `private-…` of a Google calendar). A path stays as it is.
 */
export function feedName(address: string): string {
  if (!/^[a-z][a-z+.-]+:\/\//i.test(address) || !URL.canParse(address)) return address
  const { protocol, host, pathname } = new URL(address)
  const parts = pathname.split('/').map((part) => (SECRET_PART.test(part) ? 'private-…' : part))
  return `${protocol}//${host}${parts.join('/')}`
}
