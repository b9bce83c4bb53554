import { isCancel, select, text } from '@clack/prompts'
import type { Prompter } from '../ports.ts'

/** Asks a person on the terminal. */
export const terminalPrompter: Prompter = {
  async text({ message, initial, fault }) {
    const answer = await text({
      message,
      placeholder: initial,
      defaultValue: initial,
      validate: (answer) => fault(answer ?? ''),
    })
    return isCancel(answer) ? undefined : answer
  },
  async choose({ message, options }) {
    const answer = await select({ message, options: options.map((value) => ({ value })) })
    return isCancel(answer) ? undefined : answer
  },
}
