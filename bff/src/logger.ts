import { pino, type Logger, type LoggerOptions } from 'pino'
import { QueryFailedError } from 'typeorm'

/** One JSON line an entry. Headers, bodies and queries are never handed to it. */
export const createLogger = (level: string): Logger => pino(loggerOptions(level))

export const loggerOptions = (level: string): LoggerOptions => ({
  level,
  base: null,
  serializers: { err: describeError },
})

/**
 * An error without the values that a failed statement carried: the driver's message, its `sql` and its `parameters`
 * repeat what people wrote. The statement itself has only `?` marks.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  if (!(error instanceof QueryFailedError)) return { type: error.name, message: error.message, stack: frames }
  const { code, errno } = error.driverError as { code?: string; errno?: number }
  return { type: error.name, code, errno, statement: error.query, stack: frames }
}
