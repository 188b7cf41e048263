import { setTimeout as delay } from 'node:timers/promises'

interface DriverError {
  code?: string
  errno?: number
}

const driverErrorOf = (error: unknown): DriverError => {
  const holder = error as { driverError?: DriverError } & DriverError
  return holder.driverError ?? holder
}

/** Deadlock, lock wait time-out, changed since last read (MariaDB 11 snapshot isolation). */
const retryableNumbers = new Set([1213, 1205, 1020])

/** A row that others may move beside this unit of work is not as it read it: reading again is all that is needed. */
export class ChangedSinceRead extends Error {}

/** Whether running the whole command again may help. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof ChangedSinceRead) return true
  const { code, errno } = driverErrorOf(error)
  return (errno !== undefined && retryableNumbers.has(errno)) || (code?.startsWith('SQLITE_BUSY') ?? false)
}

/** A unique key was taken, on either dialect. */
export function isDuplicateKey(error: unknown): boolean {
  const { code, errno } = driverErrorOf(error)
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

const unavailableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'PROTOCOL_CONNECTION_LOST',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
])
/** 1047: a cluster node that lost its quorum refuses commands. */
const unavailableNumbers = new Set([1040, 1047, 1053])

/** The database is away; the caller may try again later. */
export function isUnavailable(error: unknown): boolean {
  const { code, errno } = driverErrorOf(error)
  return (
    isRetryable(error) ||
    (code !== undefined && unavailableCodes.has(code)) ||
    (errno !== undefined && unavailableNumbers.has(errno))
  )
}

/** Waits a little longer each time, spread so that rivals do not meet again. */
export function retryDelay(attempt: number): Promise<void> {
  return delay(Math.random() * 15 * 2 ** attempt)
}
