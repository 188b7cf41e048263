import fs from 'node:fs'
import path from 'node:path'
import { countRows } from '../../../../test/database'
import { orderBody } from '../../../../test/orders'
import { jpeg, namesOf, storedNames, upload } from '../../../../test/pictures'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller, World } from '../../../../test/world'
import { newId } from '../../../db/ids'
import { makePicture } from '../image'
import { receiveFile } from './receive-file'
import { sweepFiles } from './sweep-files'

let server: TestServer
let world: World
let resident: Caller
beforeAll(async () => {
  server = await openTestServer({ XINBAN_UPLOADS_PER_MINUTE: '1000' })
  world = await server.world()
})
beforeEach(async () => {
  server.clock.reset()
  resident = await world.person()
})
afterAll(() => server.close())

const sweep = (from = new Date(0)) => sweepFiles({ services: server.services, now: server.clock.now() }, { from })
const place = (attachments: string[]) => resident.call('orders.place', { body: { ...orderBody(world), attachments } })
const rows = (id: string) => countRows(server.services.db, 'files', 'id = ?', [id])
const stored = (id: string) => storedNames(server.services).filter((name) => name.startsWith(id))

test('sweepFiles: after a day free uploads are gone, rows and bytes; what an order has stays', async () => {
  const free = await upload(resident)
  const taken = await upload(resident)
  expect(await place([taken.id])).toMatchObject({ status: 201 })
  server.clock.advance({ hours: 24 })
  expect(await sweep()).toBe(0)
  const young = await upload(resident)
  server.clock.advance({ ms: 1 })
  expect(await sweep()).toBe(1)
  expect([await rows(free.id), stored(free.id)]).toEqual([0, []])
  expect([await rows(taken.id), stored(taken.id)]).toEqual([1, namesOf(taken.id)])
  expect([await rows(young.id), stored(young.id)]).toEqual([1, namesOf(young.id)])
  server.clock.advance({ days: 300 })
  await sweep()
  expect(storedNames(server.services)).toEqual(namesOf(taken.id))
  expect(await place([free.id])).toMatchObject({ status: 422 })
})

test('sweepFiles: bytes are removed only after their row is gone', async () => {
  const { id } = await upload(resident)
  const { fileStore } = server.services
  const seen: number[] = []
  const remove = fileStore.remove.bind(fileStore)
  const spy = jest.spyOn(fileStore, 'remove').mockImplementation(async (which) => {
    seen.push(await rows(which))
    await remove(which)
  })
  server.clock.advance({ hours: 25 })
  await sweep()
  spy.mockRestore()
  expect(seen).toEqual([0])
  expect(stored(id)).toEqual([])
})

test('sweepFiles: an order that takes an upload at this very moment gets it whole, or is told that it is gone', async () => {
  const ids: string[] = []
  for (let number = 1; number <= 12; number++) ids.push((await upload(resident)).id)
  server.clock.advance({ hours: 25 })
  const [, ...replies] = await Promise.all([sweep(), ...ids.map((id) => place([id]))])
  for (const [index, { status }] of replies.entries()) {
    const id = ids[index] ?? ''
    expect([status, await rows(id), stored(id)]).toEqual(status === 201 ? [201, 1, namesOf(id)] : [422, 0, []])
  }
})

test('receiveFile: a crash between bytes and row leaves bytes that the sweep finds, and no row', async () => {
  const ctx = server.ctx(await resident.actor())
  const picture = await makePicture(await jpeg())
  const crash = () => Promise.reject(new Error('the power went'))
  const before = storedNames(server.services)
  await expect(receiveFile(ctx, picture, crash)).rejects.toThrow('the power went')
  const left = storedNames(server.services).filter((name) => !before.includes(name))
  expect(left).toHaveLength(2)
  expect(await countRows(server.services.db, 'files', 'uploader_id = ?', [resident.personId])).toBe(0)
  server.clock.advance({ hours: 23 })
  await sweep()
  expect(storedNames(server.services)).toEqual(expect.arrayContaining(left))
  server.clock.advance({ hours: 2 })
  await sweep()
  expect(storedNames(server.services).filter((name) => left.includes(name))).toEqual([])
})

test('sweepFiles: a half-written file is found too, and files of others are left alone', async () => {
  const { fileStore, env } = server.services
  const id = newId(server.clock.now())
  await fileStore.put(id, 'full', Buffer.from('x'))
  const root = path.join(env.dataDir, 'files')
  const full = path.join(
    root,
    fs.readdirSync(root, { recursive: true }).find((name) => String(name).endsWith(`${id}.full`)) as string,
  )
  fs.renameSync(full, `${full}.0123456789ab.part`)
  const foreign = path.join(path.dirname(full), 'README.txt')
  fs.writeFileSync(foreign, 'not ours')
  server.clock.advance({ hours: 25 })
  await sweep()
  expect(stored(id)).toEqual([])
  expect(fs.existsSync(foreign)).toBe(true)
  fs.rmSync(foreign)
})

test('sweepFiles: an hourly sweep looks for stray bytes no further back than it is told', async () => {
  const { fileStore } = server.services
  const [old, recent] = [newId(server.clock.now()), newId(new Date(server.clock.now().getTime() + 5 * 86_400_000))]
  for (const id of [old, recent]) await fileStore.put(id, 'full', Buffer.from('x'))
  server.clock.advance({ days: 7 })
  await sweep(new Date(server.clock.now().getTime() - 3 * 86_400_000))
  expect([stored(old), stored(recent)]).toEqual([[`${old}.full`], []])
  await sweep()
  expect(stored(old)).toEqual([])
})

test('sweepFiles: told to stop, it stops', async () => {
  const { id } = await upload(resident)
  server.clock.advance({ hours: 25 })
  const ctx = { services: server.services, now: server.clock.now() }
  expect(await sweepFiles(ctx, { from: new Date(0), signal: AbortSignal.abort() })).toBe(0)
  expect(await rows(id)).toBe(1)
  expect(await sweepFiles(ctx, { from: new Date(0) })).toBe(1)
})
