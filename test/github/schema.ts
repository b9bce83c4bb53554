import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql'

/**
 * What GitHub's schema has and the published package (content of 2025-02-27) has not, each line with its source:
 * - ISSUE_ADVANCED: https://github.blog/changelog/2025-03-06-github-issues-projects-api-support-for-issues-advanced-search-and-more/
 */
const LATER = `
  extend enum SearchType {
    """Issue search with AND, OR and parentheses."""
    ISSUE_ADVANCED
  }
`

let loaded: GraphQLSchema | undefined

/** GitHub's published schema, read once in a process (about half a second). */
export function githubSchema(): GraphQLSchema {
  loaded ??= buildASTSchema(parse(readFileSync(schemaPath(), 'utf8') + LATER, { noLocation: true }), {
    assumeValidSDL: true,
  })
  return loaded
}

/** The package exports its parsed forms only; the text lies beside them in the folder where Node finds the package. */
function schemaPath(): string {
  const folders = createRequire(import.meta.url).resolve.paths('@octokit/graphql-schema') ?? []
  const paths = folders.map((folder) => join(folder, '@octokit', 'graphql-schema', 'schema.graphql'))
  const path = paths.find((candidate) => existsSync(candidate))
  if (path === undefined) throw new Error('The package `@octokit/graphql-schema` is not installed.')
  return path
}
