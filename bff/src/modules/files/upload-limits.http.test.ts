import { formOf, jpeg, upload } from '../../../test/pictures'
import { openTestServer } from '../../../test/server'

test('files.upload: too many in a minute are asked to wait, and others are not', async () => {
  const server = await openTestServer({ XINBAN_UPLOADS_PER_MINUTE: '2' })
  const world = await server.world()
  const person = await world.person()
  await upload(person)
  await upload(person)
  const { headers } = await person.refused('files.upload', 'too_many_requests', { raw: formOf(await jpeg()) })
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  await upload(await world.person())
  await server.close()
})
