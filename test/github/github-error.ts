/** An error in the shape that GitHub puts into `errors` of a GraphQL answer: a type, a message, and sometimes extensions. */
export class GitHubError extends Error {
  readonly type: string
  readonly extensions: Readonly<Record<string, unknown>> | undefined

  constructor(type: string, message: string, extensions?: Readonly<Record<string, unknown>>) {
    super(message)
    this.name = 'GitHubError'
    this.type = type
    this.extensions = extensions
  }
}

/** The type of the error that answers everything this server does not know. */
export const NOT_MODELLED = 'LOCAL_GITHUB_NOT_MODELLED'

/** What the caller asked for is not in this world, or the token may not see it. */
export function notFound(message: string): GitHubError {
  return new GitHubError('NOT_FOUND', message)
}

/** No such global id, or one of another type than `wanted`. */
export function noSuchNode(id: string, wanted?: string): GitHubError {
  const what = wanted === undefined ? 'a node' : `${wanted} node`
  return notFound(`Could not resolve to ${what} with the global id of '${id}'.`)
}

/** The request is understood and refused: a rule of GitHub forbids these values. */
export function unprocessable(message: string): GitHubError {
  return new GitHubError('UNPROCESSABLE', message)
}

/** The token or its person may not do this. */
export function forbidden(message: string): GitHubError {
  return new GitHubError('FORBIDDEN', message, { saml_failure: false })
}

/** The organization wants single sign-on and the token was not authorized for it. */
export function samlFailure(): GitHubError {
  return new GitHubError(
    'FORBIDDEN',
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    { saml_failure: true },
  )
}

/** This server has no answer; the test that asked must fail. */
export function notModelled(what: string): GitHubError {
  return new GitHubError(NOT_MODELLED, `The local GitHub does not model ${what}.`)
}
