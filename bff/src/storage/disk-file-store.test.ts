import fs from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { newDir } from '../../test/database'
import { openTestServices } from '../../test/server'
import { newId } from '../db/ids'
import { DiskFileStore } from './disk-file-store'
import { fileStoreName } from './store-name'

const at = (iso: string) => new Date(iso)
const id = newId(at('2026-11-22T09:00:00Z'))
let root: string
let store: DiskFileStore
beforeEach(() => {
  root = path.join(newDir(), 'files')
  store = new DiskFileStore(root)
})

async function read(which = id) {
  const found = await store.open(which, 'full')
  return found && { content: await text(found.stream), length: found.length }
}
async function all(from: string, before: string) {
  const ids: string[] = []
  for await (const each of store.list(at(from), at(before))) ids.push(each)
  return ids
}
const tree = () => fs.readdirSync(root, { recursive: true, withFileTypes: true })

test('DiskFileStore: gives back what it was given, and removes all of it', async () => {
  expect(await read()).toBeUndefined()
  await store.put(id, 'full', Buffer.from('whole'))
  await store.put(id, 'thumbnail', Buffer.from('small'))
  await store.put(id, 'full', Buffer.from('again'))
  expect(await read()).toEqual({ content: 'again', length: 5 })
  await store.remove(id)
  await store.remove(id)
  expect(await read()).toBeUndefined()
  expect(tree().filter((entry) => entry.isFile())).toEqual([])
})

test('DiskFileStore: what it keeps is for its own user alone', async () => {
  await store.put(id, 'full', Buffer.from('whole'))
  const modes = tree().map((entry) => {
    const mode = fs.statSync(path.join(entry.parentPath, entry.name)).mode & 0o777
    return `${entry.isFile() ? 'file' : 'directory'} ${mode.toString(8)}`
  })
  expect(modes.sort()).toEqual(['directory 700', 'directory 700', 'file 600'])
})

test('DiskFileStore: takes nothing for an id that is none', async () => {
  for (const wrong of ['../../etc/passwd', `${id}/x`, id.toUpperCase().replace(/\d/g, 'G'), '']) {
    await expect(store.put(wrong, 'full', Buffer.from('x'))).rejects.toThrow('not the id')
    await expect(store.open(wrong, 'full')).rejects.toThrow('not the id')
    await expect(store.remove(wrong)).rejects.toThrow('not the id')
  }
  expect(fs.existsSync(root)).toBe(false)
})

test('DiskFileStore: a failed write leaves what was there, and nothing of its own', async () => {
  await store.put(id, 'full', Buffer.from('whole'))
  const dir = path.join(root, id.slice(0, 4), id.slice(4, 6))
  const thumbnail = path.join(dir, `${id}.thumbnail`)
  fs.mkdirSync(thumbnail)
  await expect(store.put(id, 'thumbnail', Buffer.from('x'))).rejects.toThrow()
  expect(fs.readdirSync(dir).sort()).toEqual([`${id}.full`, `${id}.thumbnail`])
  expect(fs.readdirSync(thumbnail)).toEqual([])
})

test('DiskFileStore: lists by time, each id once', async () => {
  const times = ['2025-01-01T00:00:00Z', '2026-11-22T09:00:00Z', '2026-11-22T09:00:01Z', '2026-12-31T23:59:59.999Z']
  const ids = times.map((time) => newId(at(time)))
  for (const each of ids) {
    await store.put(each, 'thumbnail', Buffer.from('x'))
    await store.put(each, 'full', Buffer.from('x'))
  }
  expect(await all('1970-01-01T00:00:00Z', '2100-01-01T00:00:00Z')).toEqual(ids)
  expect(await all('2026-11-22T09:00:00Z', '2026-11-22T09:00:01Z')).toEqual([ids[1]])
  expect(await all('2026-11-22T09:00:01Z', '2027-01-01T00:00:00Z')).toEqual(ids.slice(2))
  expect(await all('2025-01-01T00:00:00.001Z', '2026-11-22T09:00:00Z')).toEqual([])
})

test('fileStoreName: a database keeps its name, also when it is asked twice at once', async () => {
  const { db } = await openTestServices()
  await db.unitOfWork((em) => em.query("DELETE FROM meta WHERE name = 'file-store'"))
  const now = at('2026-11-22T09:00:00Z')
  const [first, second] = await Promise.all([fileStoreName(db, now), fileStoreName(db, now)])
  expect(second).toBe(first)
  expect(await fileStoreName(db, now)).toBe(first)
  await db.close()
})
