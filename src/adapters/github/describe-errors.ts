import type { Problem } from '../../core/problem.ts'
import type { GraphqlError } from './graphql-error.ts'

/** The first of some errors that is worth a word, as a problem that a person can act on. `doing` completes "The token may not …". */
export function describeErrors(
  errors: readonly GraphqlError[],
  doing: string,
  permission: Permission = 'issues',
): Problem {
  const error = errors.find(({ extensions }) => extensions?.saml_failure === true) ?? errors[0]
  if (!error) return problem(`GitHub would not ${doing}, and gave no reason.`)
  if (error.extensions?.saml_failure === true) {
    return problem(
      `The token may not ${doing}: the organization asks for single sign-on (SAML), and the token is not authorized for it.`,
      'Authorize the token: on GitHub, Settings, Developer settings, Personal access tokens, "Configure SSO".',
    )
  }
  if (error.type === 'FORBIDDEN') return forbidden(error.message, doing, permission)
  if (error.type === 'INSUFFICIENT_SCOPES')
    return problem(`The token lacks a scope to ${doing}.`, `GitHub says: ${shorten(error.message)}`)
  return problem(`GitHub would not ${doing}: ${shorten(error.message)}`)
}

/** The problem of a missing permission; GitHub names the permission nowhere, so it is named here by the kind of token. */
export function forbidden(message: string, doing: string, permission: Permission = 'issues'): Problem {
  const hint = HINTS.find(([pattern]) => pattern.test(message))?.[1](permission) ?? otherwise(permission)
  return problem(`The token may not ${doing}. GitHub says: ${shorten(message)}`, hint)
}

/** What a token may be allowed, as the key of `permissions:` in a workflow. */
export type Permission = 'issues' | 'contents' | 'pull-requests'

/** As GitHub's pages call them. */
const NAMES: Readonly<Record<Permission, string>> = {
  issues: 'Issues',
  contents: 'Contents',
  'pull-requests': 'Pull requests',
}

function otherwise(permission: Permission): string {
  return `Give a token with the permission "${NAMES[permission]}: Read and write" for that repository; a classic token needs the scope \`repo\` (\`public_repo\` for a public one), and its person needs write access.`
}

const HINTS: readonly (readonly [RegExp, (permission: Permission) => string])[] = [
  [
    /not permitted to create or approve pull requests/i,
    () =>
      'Allow it in the settings of the repository or its organization: Actions, General, Workflow permissions, "Allow GitHub Actions to create and approve pull requests".',
  ],
  [
    /by integration/i,
    (permission) => {
      const wanted = permission === 'contents' ? 'contents: write' : `contents: read, ${permission}: write`
      return `In a workflow, give the job \`permissions: { ${wanted} }\`; its token reaches only the repository of the workflow. An app needs the permission "${NAMES[permission]}: Read and write".`
    },
  ],
  [/archived/i, () => 'Name another repository, or take this one out of the archive.'],
]

/** GitHub's own words, as one sentence that is not too long. */
export function shorten(message: string): string {
  const text = message.replace(/\s+/g, ' ').trim().slice(0, 300)
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function problem(message: string, hint?: string): Problem {
  return { rule: 'github', severity: 'error', message, ...(hint === undefined ? {} : { hint }) }
}
