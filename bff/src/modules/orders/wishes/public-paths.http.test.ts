import { apiBase, contracts, routes, type Contract, type RouteName } from '@xinban/shared/contracts'
import { ledgerFormats, ledgerNames, ledgers } from '@xinban/shared/domain'
import { runJobs } from '../../../../test/jobs'
import { makeCast, orderBody } from '../../../../test/orders'
import { upload } from '../../../../test/pictures'
import { openTestServer, type TestServer } from '../../../../test/server'
import { unzipped } from '../../../../test/unzip'
import type { Caller } from '../../../../test/world'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

/** Of people who asked, of whom it is for, and of whoever helped: nothing of it may be anybody's to read. */
const secrets = {
  ownName: '欧阳询问',
  ownPhone: '13700008888',
  address: '槐树路七十三号院',
  beneficiary: '司徒玉珍',
  beneficiaryPhone: '13700009999',
  privateTitle: '司徒奶奶看不清药瓶',
  content: '她七十九岁，一个人住在七十三号院二楼，腿脚不好',
  place: '七十三号院东门',
  relation: '楼下邻居',
  workerName: '慕容志远',
  note: '下午去了七十三号院送到本人手上',
  comment: '慕容同志跑了两趟',
}
const point = { lat: 34.361234, lng: 107.145678 }

test('nothing personal is in the answer of any path that needs no sign-in', async () => {
  const world = await server.world()
  const cast = await makeCast(world)
  const resident = await world.person({
    name: secrets.ownName,
    phone: secrets.ownPhone,
    communityCode: world.community,
  })
  await world.unitStaff(world.unit)
  const member = await world.person({ name: secrets.workerName, roles: [['unit_staff', world.unit]] })
  const ids: string[] = []
  const photos: string[] = []
  const photo = async (by: Caller) => {
    const { id } = await upload(by)
    photos.push(id)
    return id
  }
  const wish = async () => {
    const { id } = await resident.ok('orders.place', {
      body: orderBody(world, {
        ...{ kind: 'wish', title: secrets.privateTitle, content: secrets.content },
        location: { place: secrets.place, ...point },
        contact: { name: secrets.beneficiary, phone: secrets.beneficiaryPhone, address: secrets.address },
        onBehalfOf: {
          ...{ name: secrets.beneficiary, phone: secrets.beneficiaryPhone },
          ...{ relation: secrets.relation, consent: true },
        },
        attachments: [await photo(resident)],
      }),
    })
    ids.push(id)
    return { id }
  }
  const dates: string[] = []
  const callVolunteers = async (id: string) => {
    const call = (part: object) => ({
      params: { id },
      body: {
        ...{ title: '想要一个放大镜', place: '社区活动室', detail: '带上眼镜布', capacity: 3 },
        ...{ startsAt: '2099-06-01T09:00:00+08:00', endsAt: '2099-06-01T11:00:00+08:00' },
        ...part,
      },
    })
    for (const part of [{ title: secrets.beneficiary }, { detail: secrets.beneficiaryPhone }]) {
      await member.refused('orders.call-volunteers', 'invalid', call(part))
    }
    await member.ok('orders.call-volunteers', call({}))
    const { items } = await member.ok('orders.volunteers', { params: { id } })
    const date = items[0]?.activity.id ?? ''
    dates.push(date)
    const helper = await world.person({ name: secrets.workerName })
    const { id: asking } = await helper.ok('volunteer-teams.join', { params: { code: world.unit }, body: {} })
    await member.ok('volunteers.decide', { params: { id: asking }, body: { decision: 'accept' } })
    if (dates.length === 1) await helper.ok('activities.sign-up', { params: { id: date }, body: {} })
    else await member.ok('activities.cancel', { params: { id: date }, body: { note: secrets.note } })
  }
  await member.ok('volunteer-teams.save', { params: { code: world.unit }, body: { intro: '帮忙', isOpen: true } })
  await wish()
  const steps = [
    (id: string) =>
      cast.street.ok('orders.approve', { params: { id }, body: { title: '想要一个放大镜', category: 'goods' } }),
    (id: string) => member.ok('orders.claim', { params: { id }, body: {} }),
    (id: string) => member.ok('orders.first-contact', { params: { id }, body: { note: secrets.note } }),
    (id: string) => callVolunteers(id),
    async (id: string) =>
      member.ok('orders.fulfil', {
        params: { id },
        body: { note: secrets.note, attachments: [await photo(member)], photoConsent: true },
      }),
    (id: string) => cast.street.ok('orders.rate', { params: { id }, body: { stars: 1, comment: secrets.comment } }),
  ]
  for (let count = 1; count <= steps.length; count++) {
    const { id } = await wish()
    for (const step of steps.slice(0, count)) await step(id)
  }

  const { answers, found } = await walk([...ids, ...dates], {
    community: world.community,
    district: world.code,
    unit: world.unit,
  })
  // The walk has really met the wall in each of its states.
  expect(found).toEqual(
    expect.arrayContaining(['orders.list', 'orders.show', 'orgs.list', 'site.show', 'activities.show']),
  )
  expect(answers.filter(({ body }) => body.includes('想要一个放大镜')).length).toBeGreaterThan(5)
  const words = [...Object.values(secrets), ...[point.lat, point.lng].map(String), ...photos]
  words.push(resident.personId, member.personId)
  const leaks = answers.flatMap(({ path, body }) =>
    words.filter((word) => body.includes(word)).map((word) => [path, word]),
  )
  expect(leaks).toEqual([])
  // Neither does a picture, masked name or phone get out.
  for (const { body } of answers) {
    expect(body).not.toMatch(/欧阳\*|司徒\*|慕容\*|137\*{4}/)
    expect(body).not.toContain('/files/')
  }

  await cast.street.ok('exclusions.propose', {
    body: { orderId: ids.at(-1) ?? '', reason: 'malicious_rating', parts: ['satisfaction'], note: '已回访' },
  })
  server.clock.advance({ days: 60 })
  await runJobs(server)
  const sheets = await exportsOf(cast.street)
  for (const { name, text } of sheets) {
    expect([name, words.filter((word) => text.includes(word))]).toEqual([name, []])
    if (!name.startsWith('whistles')) expect([name, text.includes('想要一个放大镜')]).toEqual([name, true])
  }
  expect(sheets).toHaveLength(ledgerNames.length * ledgerFormats.length)
  expect(sheets.find(({ name }) => name === 'orders.csv')?.text).toContain('没有公开的心愿')
}, 60_000)

/** What a street carries out of the house, as bytes that were packed or not. */
async function exportsOf(street: Caller) {
  const sheets: { name: string; text: string }[] = []
  for (const name of ledgerNames) {
    for (const format of ledgerFormats) {
      const body = { format, from: '2026-10-01', to: '2027-03-31' }
      const { url } = await street.ok('ledgers.link', { params: { name }, body })
      const bytes = Buffer.from(await (await server.anyone.send('GET', url)).arrayBuffer())
      const text = (format === 'xlsx' ? unzipped(bytes) : bytes).toString('utf8')
      expect(text).toContain(ledgers[name].columns[0]?.heading)
      sheets.push({ name: `${name}.${format}`, text })
    }
  }
  return sheets
}

interface Known {
  readonly community: string
  readonly district: string
  readonly unit: string
}

/** Calls every public path that reads, with everything that it could be asked for. */
async function walk(ids: readonly string[], known: Known) {
  const answers: { path: string; body: string }[] = []
  const found: RouteName[] = []
  for (const [name, [method, path]] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
    const contract: Contract = contracts[name]
    if (contract.auth !== 'public' || method !== 'GET') continue
    const fillings = path.includes(':id') ? ids : path.includes(':code') ? Object.values<string>({ ...known }) : ['']
    for (const filling of fillings) {
      for (const query of queriesOf(name, known)) {
        const asked = `${apiBase}${path.replace(/:(id|code)/g, filling)}${query}`
        const response = await server.anyone.send(method, asked)
        answers.push({ path: asked, body: await response.text() })
        if (response.status === 200) found.push(name)
      }
    }
  }
  return { answers, found }
}

function queriesOf(name: RouteName, { community, district }: Known): string[] {
  if (name === 'orders.list') {
    const states = ['open', 'claimed', 'done']
    return [
      ...states.map((state) => `?view=wishes&districtCode=${district}&state=${state}`),
      ...states.map(
        (state) => `?view=wishes&districtCode=${district}&communityCode=${community}&state=${state}&limit=1`,
      ),
      ...['mine', 'queue', 'public'].map((view) => `?view=${view}&communityCode=${community}`),
    ]
  }
  return ['', `?org=${community}`, `?parent=${community}`, `?q=心愿&org=${community}`]
}
