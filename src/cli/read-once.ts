import type { Files } from '../ports.ts'

/** The same files, each read and each folder listed at most once; for work that looks at a file more than once and changes none. */
export function readOnce(files: Files): Files {
  return { ...files, read: remembered(files.read), list: remembered(files.list) }
}

function remembered<Answer>(ask: (path: string) => Promise<Answer>): (path: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>()
  return (path) => {
    const answer = answers.get(path) ?? ask(path)
    answers.set(path, answer)
    return answer
  }
}
