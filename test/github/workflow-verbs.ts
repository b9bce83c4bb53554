import { findRepository, type RepositoryReference } from './find-in-world.ts'
import { WorldMistake } from './world-mistake.ts'
import {
  instantOf,
  nextDatabaseId,
  type Instant,
  type Repository,
  type Workflow,
  type WorkflowState,
  type WorldState,
} from './world-state.ts'

export interface WorkflowOptions {
  readonly name?: string
  readonly state?: WorkflowState
  readonly createdAt?: Instant
  /** Oldest first. */
  readonly runs?: readonly {
    readonly createdAt: Instant
    /** `schedule` if not said. */
    readonly event?: string
    /** `success` if not said; null while it runs. */
    readonly conclusion?: string | null
  }[]
}

/** Makes a workflow, or gives one that exists another state and more runs. */
export function makeWorkflow(
  state: WorldState,
  reference: RepositoryReference,
  { path, ...options }: WorkflowOptions & { readonly path: string },
): Workflow {
  if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
    throw new WorldMistake(`\`${path}\` is no path of a workflow.`)
  const repository = findRepository(state, reference)
  const workflow =
    repository.workflows.find((known) => known.path === path) ??
    newWorkflow(state, repository, { path, ...options })
  workflow.state = options.state ?? workflow.state
  for (const { createdAt, event = 'schedule', conclusion = 'success' } of options.runs ?? [])
    workflow.runs.push({ databaseId: nextDatabaseId(state), createdAt, event, conclusion })
  return workflow
}

function newWorkflow(
  state: WorldState,
  repository: Repository,
  { path, name = path, createdAt = instantOf(state) }: WorkflowOptions & { readonly path: string },
): Workflow {
  const workflow: Workflow = {
    databaseId: nextDatabaseId(state),
    path,
    name,
    createdAt,
    state: 'active',
    runs: [],
  }
  repository.workflows.push(workflow)
  return workflow
}
