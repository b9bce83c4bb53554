/** What goes back over the wire, or does not. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** `cut`: half of the body, then the connection breaks; `reset`: it breaks at once; `hang`: nothing comes. */
  readonly delivery: 'whole' | 'cut' | 'reset' | 'hang'
}

/** A JSON answer that arrives. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body), delivery: 'whole' }
}

const DOCS = 'https://docs.github.com'

/** 401 for a token that is not one. */
export function badCredentials(): Answer {
  return jsonAnswer(401, { message: 'Bad credentials', documentation_url: `${DOCS}/rest`, status: '401' })
}

/** 401 for a request without a token. */
export function noCredentials(): Answer {
  const message = 'This endpoint requires you to be authenticated.'
  return jsonAnswer(401, { message, documentation_url: `${DOCS}/graphql/guides/forming-calls-with-graphql` })
}

/** 403 for a token that lacks a permission, from REST. */
export function forbiddenAnswer(message: string): Answer {
  return jsonAnswer(403, { message, documentation_url: `${DOCS}/rest`, status: '403' })
}

/** 404 for what is not there, or not for this token, from REST. */
export function notFoundAnswer(): Answer {
  return jsonAnswer(404, { message: 'Not Found', documentation_url: `${DOCS}/rest`, status: '404' })
}
