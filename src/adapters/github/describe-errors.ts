import type { Problem } from '../../core/problem.ts'
import type { GraphqlError } from './graphql-error.ts'

/** The first of some errors that is worth a word, as a problem that a person can act on. `doing` completes "The token may not …". */
export function describeErrors(errors: readonly GraphqlError[], doing: string): Problem {
  const error = errors.find(({ extensions }) => extensions?.saml_failure === true) ?? errors[0]
  if (!error) return problem(`GitHub would not ${doing}, and gave no reason.`)
  if (error.extensions?.saml_failure === true) {
    return problem(
      `The token may not ${doing}: the organization asks for single sign-on (SAML), and the token is not authorized for it.`,
      'Authorize the token: on GitHub, Settings, Developer settings, Personal access tokens, "Configure SSO".',
    )
  }
  if (error.type === 'FORBIDDEN') return forbidden(error.message, doing)
  if (error.type === 'INSUFFICIENT_SCOPES')
    return problem(`The token lacks a scope to ${doing}.`, `GitHub says: ${shorten(error.message)}`)
  return problem(`GitHub would not ${doing}: ${shorten(error.message)}`)
}

/** The problem of a missing permission; GitHub names the permission nowhere, so it is named here by the kind of token. */
export function forbidden(message: string, doing: string): Problem {
  const hint = HINTS.find(([pattern]) => pattern.test(message))?.[1] ?? HINT
  return problem(`The token may not ${doing}. GitHub says: ${shorten(message)}`, hint)
}

const HINT =
  'Give a token with the permission "Issues: Read and write" for that repository; a classic token needs the scope `repo` (`public_repo` for a public one), and its person needs write access.'

const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /by integration/i,
    'In a workflow, give the job `permissions: { contents: read, issues: write }`; its token reaches only the repository of the workflow. An app needs the permission "Issues: Read and write".',
  ],
  [/archived/i, 'Name another repository, or take this one out of the archive.'],
]

/** GitHub's own words, as one sentence that is not too long. */
function shorten(message: string): string {
  const text = message.replace(/\s+/g, ' ').trim().slice(0, 300)
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function problem(message: string, hint?: string): Problem {
  return { rule: 'github', severity: 'error', message, ...(hint === undefined ? {} : { hint }) }
}
