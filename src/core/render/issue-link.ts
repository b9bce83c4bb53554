/** Longer addresses are refused by GitHub's web server. */
const LONGEST = 8000

/** What a new issue is to hold. */
export interface IssueDraft {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
}

/**
 * The address that opens GitHub's form for a new issue, filled in (GitHub docs: Creating an issue from a URL query).
 * A body that makes it too long is cut at whole lines; without a repository the address has `OWNER/REPOSITORY` to replace.
 */
export function newIssueLink(repository: string | undefined, { title, body, labels }: IssueDraft): string {
  const address = (text: string) => {
    const query = new URLSearchParams({
      title,
      ...(labels.length > 0 ? { labels: labels.join(',') } : {}),
      body: text,
    })
    return `https://github.com/${repository ?? 'OWNER/REPOSITORY'}/issues/new?${query.toString()}`
  }
  const lines = body.split('\n')
  while (lines.length > 1 && address(lines.join('\n')).length > LONGEST) lines.pop()
  return address(lines.join('\n'))
}
