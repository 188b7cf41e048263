import { defaultPledgeRules } from '@xinban/shared/domain'
import { deliveringList, makePledgeCast, type PledgeCast } from '../../../../test/pledges'
import { openTestServer, type TestServer } from '../../../../test/server'

let server: TestServer
let cast: PledgeCast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makePledgeCast(await server.world(), 1)
})
afterAll(() => server.close())

const rules = { ...defaultPledgeRules, lights: defaultPledgeRules.lights.map((band) => ({ ...band })) }

test('pledge-rules: the district sets its own, which hold from then on', async () => {
  const { world, community, district } = cast
  const districtCode = world.code
  expect(await server.anyone.ok('pledge-rules.show', { query: { districtCode } })).toMatchObject({
    ...{ version: 0, rules: defaultPledgeRules, mayChange: false },
  })
  const { pledges } = await deliveringList(cast)
  const params = { id: pledges[0]?.id ?? '' }
  await community.ok('pledges.progress', { params, body: { note: '开始摸底' } })
  const [step] = (await community.ok('pledges.show', { params })).milestones
  await community.ok('pledges.progress', { params, body: { note: '还没动', milestoneId: step?.id, progress: 0 } })
  server.clock.advance({ days: 10 })
  expect((await server.anyone.ok('pledges.show', { params })).light).toBe('yellow')
  const strict = {
    ...rules,
    staleDays: 45,
    lights: [
      { light: 'green', from: 0, to: 0 },
      { light: 'red', from: 0.1, to: 100 },
    ],
  } as const
  const saved = await district.ok('pledge-rules.save', {
    body: { districtCode, rules: { ...strict, lights: [...strict.lights] } },
  })
  expect(saved).toMatchObject({ version: 1, mayChange: true })
  expect(await server.anyone.ok('pledges.show', { params })).toMatchObject({ light: 'red', staleDays: 45 })
})

test('pledge-rules: gaps and overlaps are refused with the case that shows it; 401, 403, 404', async () => {
  const { world, community, district } = cast
  const body = { districtCode: world.code, rules }
  const lights = [
    { light: 'green' as const, from: 0, to: 10 },
    { light: 'red' as const, from: 20, to: 100 },
  ]
  const gap = await district.refused('pledge-rules.save', 'invalid', { body: { ...body, rules: { ...rules, lights } } })
  expect(gap.errors).toMatchObject([{ path: 'rules.lights', code: 'gap', message: '落后 15 个百分点时没有一种灯' }])
  await server.anyone.refused('pledge-rules.save', 'not_signed_in', { body })
  await community.refused('pledge-rules.save', 'forbidden', { body })
  await server.anyone.refused('pledge-rules.show', 'not_found', { query: { districtCode: world.community } })
})
