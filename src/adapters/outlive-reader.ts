/** What a closed pipe gives: the first write after it, and those after that. */
const READER_IS_GONE: readonly (string | undefined)[] = ['EPIPE', 'ERR_STREAM_DESTROYED']

/**
 * Lets the program go on when nobody reads a stream of it any more, as after `wg check | head -1`: what is being written to files is
 * written to its end, and the exit code stays true. Other errors of the stream are thrown.
 */
export function outliveReader(stream: NodeJS.WritableStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!READER_IS_GONE.includes(error.code)) throw error
  })
}
