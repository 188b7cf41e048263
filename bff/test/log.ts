import { Writable } from 'node:stream'
import { pino, type Logger } from 'pino'
import { loggerOptions } from '../src/logger'

/** Everything that was logged, at the most talkative level, as the lines that would be written. */
export class LogCapture {
  readonly lines: string[] = []
  readonly logger: Logger = pino(
    loggerOptions('trace'),
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.lines.push(chunk.toString('utf8'))
        done()
      },
    }),
  )

  get text(): string {
    return this.lines.join('')
  }
}
