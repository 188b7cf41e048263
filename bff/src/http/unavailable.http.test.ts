import { apiBase } from '@xinban/shared/contracts'
import { startChild } from '../../test/child'
import { counter } from '../../test/counting'
import { countRows, onMysql, onSqlite, workerDatabase } from '../../test/database'
import { makeCast, orderBody } from '../../test/orders'
import { openTestServer, testKeys } from '../../test/server'
import { TcpProxy } from '../../test/tcp-proxy'
import { Meta } from '../db/meta.entity'
import { insertRow } from '../db/rows'

onMysql('database away: 503 with Retry-After for reads and writes, and all is well when it is back', async () => {
  const url = new URL(await workerDatabase())
  const proxy = new TcpProxy(url.hostname, Number(url.port))
  await proxy.open()
  url.port = String(proxy.port)
  const server = await openTestServer({ DATABASE_URL: url.toString() })
  const { resident, world } = await makeCast(await server.world())
  const body = orderBody(world)
  await proxy.cut()
  await resident.refused('orders.list', 'unavailable')
  await resident.refused('orders.place', 'unavailable', { body, key: 'k1' })
  await server.anyone.sendRefused('GET', '/readyz', 'unavailable')
  expect((await server.anyone.send('GET', '/healthz')).status).toBe(200)
  await proxy.open()
  expect((await resident.ok('orders.list')).items).toEqual([])
  await resident.ok('orders.place', { body, key: 'k1' })
  await server.close()
  await proxy.cut()
})

onSqlite(
  'database away: a file that another process will not let go of is 503 with Retry-After, reads go on',
  async () => {
    const url = await workerDatabase()
    const server = await openTestServer({ DATABASE_URL: url })
    const { resident, world } = await makeCast(await server.world())
    await server.services.db.unitOfWork((em) => insertRow(em, Meta, { name: counter, value: '0' }))
    const child = await startChild('writer-process.ts', { DATABASE_URL: url, ...testKeys })
    await child.ask('hold')
    const body = orderBody(world)
    await resident.refused('orders.place', 'unavailable', { body, key: 'k1' })
    expect((await resident.ok('orders.list')).items).toEqual([])
    expect((await server.anyone.send('GET', '/readyz')).status).toBe(200)
    await child.ask('release')
    await resident.ok('orders.place', { body, key: 'k1' })
    expect(await countRows(server.services.db, 'orders')).toBe(1)
    await child.end()
    await server.close()
  },
)

test('database away: a fault that is no outage stays a 500 without its words', async () => {
  const server = await openTestServer()
  const { schemaSource } = server.services.db
  await schemaSource.query('ALTER TABLE sessions RENAME TO sessions_away')
  const refusal = await server.anyone.sendRefused('GET', `${apiBase}/me`, 'internal', {
    headers: { authorization: 'Bearer x' },
  })
  expect(refusal.detail).not.toMatch(/sessions|SELECT|SQL/)
  await schemaSource.query('ALTER TABLE sessions_away RENAME TO sessions')
  await server.close()
})
