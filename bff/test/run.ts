import os from 'node:os'
import path from 'node:path'

/**
 * One run of the suite: global-setup names it and the workers inherit the name, so that what they make
 * (temporary files, databases) is found again and removed at the end.
 */
export const runVariable = 'XINBAN_TEST_RUN'
export const runName = (): string => process.env[runVariable] ?? `pid${process.pid}`
export const runDir = (): string => path.join(os.tmpdir(), `xinban-test-${runName()}`)
export const databasePrefix = (): string => `xinban_test_${runName()}_`

/** Where MariaDB listens, `mysql://user:password@host:port` without a database; undefined runs on SQLite. */
export const serverUrl = (): string | undefined => process.env.TEST_DATABASE_URL?.replace(/\/$/, '') || undefined
