import { readEnv, type Env } from '../env'

/**
 * The environment of a command-line tool. Without keys and without a database address it works on the demo database
 * of `npm start`, as a newcomer expects.
 */
export function readCliEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const isBare = !source.DATABASE_URL && !source.XINBAN_DATA_KEY
  return readEnv(isBare ? { ...source, XINBAN_DEMO: '1' } : source)
}

/** Where a tool is about to write, without a password. */
export function databaseWords({ database }: Env): string {
  return database.kind === 'sqlite'
    ? `SQLite ${database.file}`
    : `${database.database} on ${database.host}:${database.port} (MySQL protocol)`
}

/** Runs a tool and ends the process: its own exit code, or 1 with the message of what went wrong. */
export function runTool(tool: (args: readonly string[]) => Promise<number>): void {
  tool(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    },
  )
}
