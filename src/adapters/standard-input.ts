import type { FileContent } from '../core/file-content.ts'
import { decodeText, MOST_BYTES } from './files-on-disk.ts'

/** Everything that comes in on standard input, as text. */
export async function readStandardInput(): Promise<FileContent> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST_BYTES) return { kind: 'unusable', why: 'has too much' }
  }
  return decodeText(Buffer.concat(chunks))
}
