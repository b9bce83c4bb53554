import * as z from 'zod'
import type { Head } from '../github/commented-pull-request.ts'
import { refuse } from '../problem.ts'

/** A run of a workflow for a pull request, as GitHub's event `workflow_run` tells of it. */
export interface PullRequestRun extends Head {
  /** The page of the run. */
  readonly url: string
}

const repositoryName = z.string().regex(/^[\w.-]+\/[\w.-]+$/)

const shape = z.object({
  repository: z.object({ full_name: repositoryName }),
  workflow_run: z.object({
    event: z.literal('pull_request'),
    head_sha: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
    head_branch: z.string().min(1).max(1024),
    head_repository: z.object({ full_name: repositoryName }),
    html_url: z.url(),
  }),
})

/**
 * Reads the event of a finished run (docs, "Events that trigger workflows", `workflow_run`). All in it comes from GitHub and not from the
 * run, so a pull request cannot name another one. Refuses every other event.
 */
export function readPullRequestRun(event: unknown): PullRequestRun {
  const read = shape.safeParse(event).data
  if (!read)
    throw refuse(
      'event',
      'This was not started by the end of a run for a pull request, so it is not known where to comment.',
      'Start it from a workflow of GitHub Actions with `on: workflow_run`, as the one that `wg init` writes.',
    )
  const { head_sha, head_branch, head_repository, html_url } = read.workflow_run
  return {
    repository: read.repository.full_name,
    headRepository: head_repository.full_name,
    branch: head_branch,
    commit: head_sha,
    url: html_url,
  }
}
