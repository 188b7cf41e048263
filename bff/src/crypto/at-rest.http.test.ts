import { dump } from '../../test/database'
import { makeCast, orderIn, steps } from '../../test/orders'
import { openTestServer, type TestServer } from '../../test/server'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const secrets = {
  resident: '欧阳娜娜甲',
  residentPhone: '13911112222',
  contact: '上官婉儿乙',
  contactPhone: '13922223333',
  address: '某路 99 号院丙',
  beneficiary: '司马光丁',
  beneficiaryPhone: '13933334444',
  member: '诸葛亮戊',
  memberPhone: '13944445555',
  password: 'a long first password',
}
const written = {
  title: '只在标题里的话',
  content: '只在内容里的话',
  note: '只在说明里的话',
  comment: '只在评价里的话',
}

/** Tokens that were used so far. */
const tokens: string[] = []

/** A whole journey in which every kind of personal data is given. */
async function journey(): Promise<void> {
  const world = await server.world()
  const cast = await makeCast(world)
  const district = await world.staff('district_admin', world.code)
  const resident = await world.person({ name: secrets.resident, phone: secrets.residentPhone })
  await district.ok('members.grant', {
    body: {
      ...{ account: 'zhuge', name: secrets.member, phone: secrets.memberPhone, password: secrets.password },
      ...{ role: 'community_staff', orgCode: world.community },
    },
  })
  const { token } = await server.anyone.ok('sessions.create', {
    body: { provider: 'password', account: 'zhuge', password: secrets.password },
  })
  await server.anyone.refused('sessions.create', 'wrong_credentials', {
    body: { provider: 'password', account: 'zhuge', password: `${secrets.password}?` },
  })
  const location = { place: '某路', lat: 34.361234, lng: 107.141234 }
  const contact = { name: secrets.contact, phone: secrets.contactPhone, address: secrets.address }
  const onBehalfOf = { name: secrets.beneficiary, phone: secrets.beneficiaryPhone, relation: '父子' }
  const order = await orderIn({ ...cast, resident }, 'accepted', {
    ...{ title: written.title, content: written.content, location, contact },
  })
  await orderIn({ ...cast, resident }, 'submitted', { onBehalfOf })
  const params = { id: order.id }
  await cast.community.ok('orders.fulfil', { params, body: { note: written.note } })
  await resident.ok('orders.rate', { params, body: { stars: 4, comment: written.comment } })
  await steps.grade(cast, params)
  await resident.ok('orders.list', { query: { q: written.title } })
  await cast.street.ok('members.list', { query: { orgCode: world.street } })
  tokens.push(token, resident.token ?? '', cast.community.token ?? '')
}

test('personal data: nothing of it stands in any table as it was given', async () => {
  await journey()
  const tables = JSON.stringify(await dump(server.services.db))
  expect(tables).toContain(written.content)
  for (const secret of [...Object.values(secrets), '34.361234', '107.141234', ...tokens]) {
    expect(tables).not.toContain(secret)
  }
  const rows = await dump(server.services.db)
  expect(rows.orders?.map((order) => order.requester_name).sort()).toEqual(['上**', '司**'])
  expect(rows.sessions?.every((session) => /^[0-9a-f]{64}$/.test(String(session.token_hash)))).toBe(true)
})

test('personal data: nothing of it, and nothing that people wrote, is logged, even when the database fails', async () => {
  await journeyWithFailure()
  const log = server.log.text
  expect(log).toContain('"path":"/api/v1/orders"')
  expect(tokens).toHaveLength(4)
  expect(log).toContain('request failed')
  for (const secret of [...Object.values(secrets), ...Object.values(written), '34.361234', ...tokens]) {
    expect(log).not.toContain(secret)
    expect(log).not.toContain(encodeURIComponent(secret))
  }
})

/** The table of what is personal is away for a moment, so that a statement fails with all of it in its hands. */
async function journeyWithFailure(): Promise<void> {
  const { db } = server.services
  const world = await server.world()
  const resident = await world.person({ name: secrets.resident })
  await db.schemaSource.query('ALTER TABLE order_privates RENAME TO order_privates_away')
  const problem = await resident.refused('orders.place', 'internal', {
    body: {
      ...{ kind: 'issue', communityCode: world.community, title: written.title, content: written.content },
      contact: { name: secrets.contact, phone: secrets.contactPhone, address: secrets.address },
      location: { place: written.note, lat: 34.361234, lng: 107.141234 },
    },
  })
  await db.schemaSource.query('ALTER TABLE order_privates_away RENAME TO order_privates')
  expect(JSON.stringify(problem)).not.toContain('order_privates')
  tokens.push(resident.token ?? '')
}
