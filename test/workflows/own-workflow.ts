import { workflowText } from '../../src/core/plan/workflow-files.ts'

/** What stands before the first step with wg in a job of this repository: there is no bundle in it. */
const SETUP = `      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 24
      - run: node scripts/build.mjs
`

/** A job that takes nothing from a checkout in a group's repository needs one here, to build. */
const CHECKOUT = `      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
`

const STEPS = /^ {4}steps:\n/m

/** A workflow of `templates/workflows/` as this repository runs it: it builds wg and uses what it has built, and is the same otherwise. */
export function ownWorkflow(template: string): string {
  const [head = '', ...jobs] = template.split(/^(?= {2}[\w-]+:\n {4}\S)/m)
  const texts = [head, ...jobs].map((job) => (job.includes('WG_ACTION') ? withBuild(job) : job))
  return workflowText(texts.join(''), './')
}

function withBuild(job: string): string {
  const checkedOut = job.includes('actions/checkout@')
  const at = checkedOut ? job.indexOf(CHECKOUT) + CHECKOUT.length : job.search(STEPS) + '    steps:\n'.length
  return `${job.slice(0, at)}${checkedOut ? '' : CHECKOUT}${SETUP}${job.slice(at)}`
}
