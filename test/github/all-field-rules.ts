import type { TypeRules } from './field-rules.ts'
import { GIT_FIELDS } from './git-fields.ts'
import { GIT_MUTATIONS } from './git-mutations.ts'
import { ISSUE_MUTATIONS } from './issue-mutations.ts'
import { ITEM_FIELDS } from './item-fields.ts'
import { LABEL_MUTATIONS } from './label-mutations.ts'
import { OWNER_FIELDS } from './owner-fields.ts'
import { PULL_REQUEST_MUTATIONS } from './pull-request-mutations.ts'
import { QUERY_FIELDS } from './query-fields.ts'
import { REPOSITORY_FIELDS } from './repository-fields.ts'

/**
 * Everything that the world models, by type and field. A type without a table (payloads, connections, edges) answers
 * with what its object holds.
 */
export const FIELD_RULES: Readonly<Record<string, TypeRules>> = {
  ...QUERY_FIELDS,
  ...OWNER_FIELDS,
  ...REPOSITORY_FIELDS,
  ...ITEM_FIELDS,
  ...GIT_FIELDS,
  Mutation: { ...ISSUE_MUTATIONS, ...LABEL_MUTATIONS, ...PULL_REQUEST_MUTATIONS, ...GIT_MUTATIONS },
}
