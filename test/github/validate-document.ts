import { GraphQLError, Kind, parse, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import { documentCost, NODE_LIMIT, type DocumentCost } from './document-cost.ts'
import { githubSchema } from './schema.ts'
import { validationError, type PrintedError } from './validation-message.ts'

/** What GitHub would say of a document before running it. */
export interface ValidatedDocument {
  /** Empty when GitHub would run it. */
  readonly errors: readonly PrintedError[]
  readonly nodes: number
  readonly cost: number
  readonly operation?: OperationDefinitionNode
  readonly document?: DocumentNode
}

export interface DocumentOptions {
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
}

/** Documents are few and come again; checking one against 1,600 types takes milliseconds each time. */
const checked = new Map<string, DocumentNode | readonly PrintedError[]>()

/**
 * Checks a document against GitHub's schema and counts its nodes and points, by page sizes in the text or in `variables`
 * (100 where the size is in a variable that is not given).
 */
export function validateDocument(query: string, options: DocumentOptions = {}): ValidatedDocument {
  const document = checked.get(query) ?? checkDocument(query)
  checked.set(query, document)
  if (!('kind' in document)) return { errors: document, nodes: 0, cost: 1 }
  const operation = chooseOperation(document, options.operationName)
  if (operation === undefined)
    return { errors: [{ message: noOperation(options.operationName) }], nodes: 0, cost: 1 }
  const cost = documentCost(githubSchema(), document, { operation, variables: options.variables ?? {} })
  return { errors: tooManyNodes(cost), nodes: cost.nodes, cost: cost.cost, operation, document }
}

function checkDocument(query: string): DocumentNode | readonly PrintedError[] {
  try {
    const document = parse(query)
    const errors = validate(githubSchema(), document)
    return errors.length === 0 ? document : errors.map((error) => validationError(error, document))
  } catch (error) {
    if (error instanceof GraphQLError) return [validationError(error)]
    throw error
  }
}

function chooseOperation(
  document: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION)
  if (name !== undefined) return operations.find((operation) => operation.name?.value === name)
  return operations.length === 1 ? operations[0] : undefined
}

function noOperation(name: string | undefined): string {
  return name === undefined ? 'An operation name is required' : `No operation named "${name}"`
}

function tooManyNodes({ tooMuchAt }: DocumentCost): PrintedError[] {
  if (!tooMuchAt) return []
  const [asked, limit] = [tooMuchAt.nodes, NODE_LIMIT].map((number) => number.toLocaleString('en-US'))
  return [
    {
      type: 'MAX_NODE_LIMIT_EXCEEDED',
      message: `By the time this query traverses to the ${tooMuchAt.field} connection, it is requesting up to ${asked ?? ''} possible nodes which exceeds the maximum limit of ${limit ?? ''}.`,
    },
  ]
}
