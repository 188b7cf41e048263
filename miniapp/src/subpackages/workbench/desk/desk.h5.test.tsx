import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Membership } from '@xinban/shared/contracts'
import { noTasks, answerWith, ok, order, problem, sentTo, signInAs, staff, summary } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import { Desk } from './desk'

const titles = ['楼道灯不亮', '三楼漏水', '门口积雪']
const waiting = titles.map((title, index) =>
  summary({ id: `o${index + 1}`, title, allowedActions: ['accept', 'decline'], version: index + 1 }),
)
const street: Membership = {
  id: 'm2',
  role: 'street_staff',
  org: { code: '610303001', name: '东街街道', level: 'street' },
}
const empty = ok<'orders.list'>({ items: [], nextCursor: null })
const idOf = (url: string): string => /orders\/([^/?]+)/.exec(url)?.[1] ?? ''

function open(handlers: Parameters<typeof answerWith>[0] = {}, query = {}, membership = staff) {
  signInAs([membership])
  openedWith(query)
  window.history.replaceState(null, '', '/workbench')
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{ route: 'subpackages/workbench/queue/index' }])
  answerWith({
    'orders.list': ok<'orders.list'>({ items: waiting, nextCursor: null }),
    'orders.counts': ok<'orders.counts'>({
      counts: { submitted: 3, rated: 5 },
      urgent: {},
      mayGrade: 2,
      overdue: 0,
      warned: 0,
      tasks: noTasks,
    }),
    'orders.accept': ({ url }) => ok<'orders.accept'>(order({ id: idOf(url), status: 'accepted' }))(anyCall),
    'orders.show': ({ url }) => ok<'orders.show'>(order({ id: idOf(url) }))(anyCall),
    'orders.similar': ok<'orders.similar'>({ items: [] }),
    ...handlers,
  })
  render(<Desk membership={membership} />)
}
const anyCall = { url: '', method: '', header: {}, data: undefined }
const link = (title: string) => screen.findByRole('link', { name: title })

afterEach(() => jest.restoreAllMocks())

test('keys go along the rows, and a accepts with the version that was seen; the focus goes to the next row', async () => {
  open()
  await link('楼道灯不亮')
  await userEvent.keyboard('j')
  expect(await link('楼道灯不亮')).toHaveFocus()
  await userEvent.keyboard('j')
  expect(await link('三楼漏水')).toHaveFocus()
  await userEvent.keyboard('a')
  await waitFor(() => expect(screen.queryByRole('link', { name: '三楼漏水' })).not.toBeInTheDocument())
  expect(sentTo('orders.accept').map(({ header }) => header['if-match'])).toEqual(['"2"'])
  await waitFor(async () => expect(await link('门口积雪')).toHaveFocus())
})

test('letters belong to whoever is typing', async () => {
  open()
  await link('楼道灯不亮')
  await userEvent.keyboard('/')
  expect(screen.getByRole('searchbox', { name: '找单' })).toHaveFocus()
  await userEvent.keyboard('ja')
  expect(screen.getByRole('searchbox', { name: '找单' })).toHaveValue('ja')
  expect(sentTo('orders.accept')).toHaveLength(0)
})

test('a batch sends one accept for each with its own key and version, and tells who was faster', async () => {
  open({
    'orders.accept': ({ url }) =>
      idOf(url) === 'o2'
        ? problem(409, 'lost_race', '别人先动过')
        : ok<'orders.accept'>(order({ id: idOf(url), status: 'accepted' }))(anyCall),
  })
  await link('楼道灯不亮')
  await userEvent.click(screen.getByRole('checkbox', { name: '全选本页' }))
  await userEvent.click(screen.getByRole('button', { name: '批量接单' }))
  expect(await screen.findByText('接了 2 件，1 件没接成')).toHaveAttribute('role', 'status')
  expect(screen.getByText(/三楼漏水：刚被同事先处理了/)).toBeInTheDocument()
  const sent = sentTo('orders.accept')
  expect(sent.map(({ header }) => header['if-match'])).toEqual(['"1"', '"2"', '"3"'])
  expect(new Set(sent.map(({ header }) => header['idempotency-key'])).size).toBe(3)
})

test('what got no answer is sent again with the same key', async () => {
  open({ 'orders.accept': () => new Error('offline') })
  await link('楼道灯不亮')
  await userEvent.click(screen.getByRole('checkbox', { name: '选上：楼道灯不亮' }))
  await userEvent.click(screen.getByRole('button', { name: '批量接单' }))
  await userEvent.click(await screen.findByRole('button', { name: '没接成的再试一次' }))
  await waitFor(() => expect(sentTo('orders.accept')).toHaveLength(2))
  const [first, second] = sentTo('orders.accept').map(({ header }) => header['idempotency-key'])
  expect(second).toBe(first)
})

test('what narrows the list is saved under a name, and found again', async () => {
  open({ 'orders.list': empty }, { q: '路灯' })
  await userEvent.click(await screen.findByRole('button', { name: '存成我的视图' }))
  await userEvent.type(screen.getByRole('textbox', { name: '给这个视图起个名' }), '灯{Enter}')
  const saved = within(screen.getByRole('navigation', { name: '视图' })).getByRole('link', { name: '灯' })
  expect(saved).toHaveAttribute('aria-current', 'page')
  await userEvent.click(screen.getByRole('button', { name: '清除条件' }))
  await userEvent.click(saved)
  await waitFor(() => expect(sentTo('orders.list').at(-1)?.url).toContain(`q=${encodeURIComponent('路灯')}`))
})

test('what is urgent comes first by itself, and can be shown alone', async () => {
  open({
    'orders.counts': ok<'orders.counts'>({
      counts: { submitted: 3 },
      urgent: { submitted: 2 },
      mayGrade: null,
      overdue: 0,
      warned: 0,
      tasks: noTasks,
    }),
  })
  await link('楼道灯不亮')
  expect(sentTo('orders.list').at(-1)?.url).toContain('sort=urgent')
  const toggle = await screen.findByRole('button', { name: '▲ 只看紧急 2' })
  expect(toggle).toHaveAttribute('aria-pressed', 'false')
  await userEvent.click(toggle)
  expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await waitFor(() => expect(sentTo('orders.list').at(-1)?.url).toContain('urgency=urgent'))
})

test('a view to be graded counts what this officer may grade, and says whose the rest is', async () => {
  const rated = waiting.map((one, index) => ({
    ...one,
    status: 'rated' as const,
    allowedActions: index === 0 ? [] : ['grade' as const, 'rework' as const],
  }))
  open(
    {
      'orders.list': ok<'orders.list'>({ items: rated, nextCursor: null }),
      'orders.counts': ok<'orders.counts'>({
        counts: { rated: 3 },
        urgent: {},
        mayGrade: 2,
        overdue: 0,
        warned: 0,
        tasks: noTasks,
      }),
      'orders.show': ({ url }) =>
        ok<'orders.show'>(order({ id: idOf(url), status: 'rated', allowedActions: ['grade', 'rework'] }))(anyCall),
      'orgs.list': ok<'orgs.list'>({ items: [], nextCursor: null }),
    },
    { view: 'rated', order: 'o2' },
    street,
  )
  expect(await screen.findByText('后面还有 1 件')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: '待评单 2' })).toBeInTheDocument()
  expect(screen.getByText('另有 1 件现在还轮不到你评：你经过手的由同事来评，差评和异议先要了结')).toBeInTheDocument()
  const primary = (await screen.findAllByRole('button')).filter(({ className }) => className.includes('primary'))
  expect(primary.map(({ textContent }) => textContent)).toEqual(['提交评单'])
})

test('after a grade the next one opens by itself, with the focus on its first mark', async () => {
  const rated = waiting.map((one) => ({ ...one, status: 'rated' as const, allowedActions: ['grade' as const] }))
  open(
    {
      'orders.list': ok<'orders.list'>({ items: rated.slice(0, 2), nextCursor: null }),
      'orders.show': ({ url }) =>
        ok<'orders.show'>(order({ id: idOf(url), no: idOf(url), status: 'rated', allowedActions: ['grade'] }))(anyCall),
      'orders.grade': ({ url }) => ok<'orders.grade'>(order({ id: idOf(url), status: 'graded', version: 9 }))(anyCall),
      'orgs.list': ok<'orgs.list'>({ items: [], nextCursor: null }),
    },
    { view: 'rated', order: 'o1' },
    street,
  )
  expect(await screen.findByText('后面还有 1 件')).toBeInTheDocument()
  const marks = [/^及时/, /^质量/, /^凭证/, /^沟通/]
  for (const mark of marks) await userEvent.type(await screen.findByRole('textbox', { name: mark }), '10')
  await userEvent.click(screen.getByRole('button', { name: '提交评单' }))
  expect(await screen.findByRole('heading', { name: '单子 o2' })).toBeInTheDocument()
  expect(await screen.findByRole('textbox', { name: /^及时/ })).toHaveValue('')
  await userEvent.click(screen.getByRole('button', { name: '先跳过' }))
  await waitFor(() => expect(screen.queryByRole('heading', { name: /^单子/ })).not.toBeInTheDocument())
  expect(sentTo('orders.grade')).toHaveLength(1)
})

test('a row says what is left of its clock and what is out of the ordinary; the form stands beside the list', async () => {
  const past = new Date(Date.now() - 3 * 60 * 60_000).toISOString()
  const due = { kind: 'callback' as const, warnAt: past, dueAt: past, isProvisional: false }
  const badReview = { needsCallback: true, needsRectifying: false, isFollowUpOpen: false, isOver: false }
  const part = { status: 'rated' as const, due, badReview, allowedActions: ['callback' as const] }
  open(
    {
      'orders.list': ok<'orders.list'>({ items: [summary(part)], nextCursor: null }),
      'orders.show': ok<'orders.show'>(order(part)),
      'orders.callback': ok<'orders.callback'>(order({ ...part, version: 4, allowedActions: [] })),
    },
    { view: 'rated', order: 'o1' },
    street,
  )
  const row = await screen.findByRole('row', { name: /楼道灯不亮/ })
  expect(within(row).getByText('回访 已超期 3 小时')).toBeInTheDocument()
  expect(within(row).getByText('待回访')).toBeInTheDocument()
  await userEvent.click(await screen.findByRole('button', { name: '回访' }))
  await userEvent.click(screen.getByRole('radio', { name: '打通了' }))
  await userEvent.type(screen.getByRole('textbox', { name: /^回访情况/ }), '希望换新的')
  await userEvent.click(screen.getByRole('button', { name: '记下回访' }))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^回访情况/ })).not.toBeInTheDocument())
  expect(sentTo('orders.callback')[0]?.data).toEqual({ isReached: true, note: '希望换新的' })
})
