import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInWorkflows } from '../world.ts'
import { ownWorkflow } from './own-workflow.ts'

/** `npm run workflows`: writes the workflows of this repository from the templates. */
for (const { name, text } of await builtInWorkflows())
  writeFileSync(join(import.meta.dirname, '../../.github/workflows', name), ownWorkflow(text))
