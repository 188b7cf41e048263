import fs from 'node:fs'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { databasePrefix, runDir, serverUrl } from './run'

export default async function teardown(): Promise<void> {
  fs.rmSync(runDir(), { recursive: true, force: true })
  const url = serverUrl()
  if (url === undefined) return
  const connection = await createConnection(url)
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT schema_name AS name FROM information_schema.schemata WHERE LEFT(schema_name, ?) = ?',
    [databasePrefix().length, databasePrefix()],
  )
  for (const row of rows) await connection.query(`DROP DATABASE \`${String(row.name)}\``)
  await connection.end()
}
