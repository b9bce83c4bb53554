import * as z from 'zod'
import { refuse } from '../problem.ts'

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** What wg reads of the answers whose shapes GitHub publishes (github/rest-api-description, and its GraphQL schema). */
export const publishedShapes = {
  viewer: z.object({
    viewer: z.object({ login: z.string() }),
    rateLimit: z.object({ limit: z.number(), remaining: z.number(), resetAt: instant }),
  }),
  repository: z.object({
    html_url: z.url(),
    private: z.boolean(),
    archived: z.boolean(),
    has_issues: z.boolean(),
    default_branch: z.string(),
    pushed_at: instant.nullish(),
    permissions: z.object({ push: z.boolean() }).optional(),
  }),
  workflows: z.object({
    workflows: z.array(z.object({ path: z.string(), state: z.string(), created_at: instant })),
  }),
  runs: z.object({
    workflow_runs: z.array(
      z.object({ created_at: instant, conclusion: z.string().nullable(), html_url: z.string() }),
    ),
  }),
  settings: z.object({
    can_approve_pull_request_reviews: z.boolean(),
    default_workflow_permissions: z.string(),
  }),
}

/** Reads an answer of GitHub's. Refuses one that is not of the published shape. */
export function readPublished<Shape extends z.ZodType>(shape: Shape, data: unknown): z.output<Shape> {
  const { success, data: value } = shape.safeParse(data)
  if (success) return value
  throw refuse(
    'github',
    'GitHub answered something else than it publishes.',
    'Run the command again later; if it stays so, take a newer version of `wg`.',
  )
}
