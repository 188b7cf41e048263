import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Member, MemberOverview, Membership } from '@xinban/shared/contracts'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../test/api-double'
import { openedWith } from '../../../test/taro'
import Members from './org/index'
import MemberChanges from './changes/index'

const street = { code: '610303001', name: '中山东路街道', level: 'street' as const }
const unit = { code: '610303-U1', name: '爱心理发店', level: 'unit' as const }
const streetStaff: Membership = { id: 'm7', role: 'street_staff', org: street }
const at = '2025-11-22T09:00:00+08:00'
const contact = (part: Partial<Member> = {}): Member => ({
  ...{ id: 'm8', name: '李**', role: 'unit_staff', org: unit, openOrders: 0, since: at, allowedActions: ['revoke'] },
  ...part,
})
const overview = (part: Partial<MemberOverview> = {}) =>
  ok<'members.overview'>({ org: unit, grantableRoles: ['unit_staff'], below: [], ...part })
const list = (...items: Member[]) => ok<'members.list'>({ items, nextCursor: null })
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

function openUnit(answers: Parameters<typeof answerWith>[0]) {
  signInAs([streetStaff])
  openedWith({ org: unit.code })
  answerWith({ 'members.overview': overview(), 'members.list': list(), ...answers })
  render(<Members />)
}

async function look(phone = '13800138000') {
  fireEvent.change(await screen.findByRole('textbox', { name: /^对方的手机号/ }), { target: { value: phone } })
  await press('查找')
}

test('a unit without contact persons says so; whoever has the phone is shown before they are added', async () => {
  openUnit({
    'members.find': ok<'members.find'>({ name: '李**', roles: [] }),
    'members.grant': ok<'members.grant'>(contact()),
  })
  expect(await screen.findByText('还没有联系人，添加后才能领单')).toBeInTheDocument()
  await look()
  expect(await screen.findByText('李**')).toBeInTheDocument()
  expect(sentTo('members.find')[0]?.data).toEqual({ orgCode: unit.code, phone: '13800138000' })
  expect(sentTo('members.grant')).toHaveLength(0)
  await press('添加为单位工作人员')
  expect(sentTo('members.grant')[0]?.data).toEqual({ orgCode: unit.code, phone: '13800138000', role: 'unit_staff' })
  await waitFor(() => expect(sentTo('members.list').length).toBeGreaterThan(1))
  expect(screen.queryByRole('button', { name: '添加为单位工作人员' })).not.toBeInTheDocument()
})

test('whoever is one already cannot be added again', async () => {
  openUnit({ 'members.find': ok<'members.find'>({ name: '李**', roles: ['unit_staff'] }) })
  await look()
  expect(await screen.findByText(/不用再加/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^添加为/ })).not.toBeInTheDocument()
})

test('a phone that nobody confirmed says what the person has to do, and offers an account', async () => {
  openUnit({
    'members.find': () => problem(404, 'not_found', '没有人确认过这个手机号'),
    'members.grant': () =>
      problem(422, 'invalid', '密码太短', [
        { path: 'password', code: 'weak', message: '密码至少 10 个字符，请再长一些' },
      ]),
  })
  await look()
  expect(await screen.findByText('这个手机号还没有人确认过')).toBeInTheDocument()
  await press('开一个账号')
  await userEvent.type(screen.getByRole('textbox', { name: /^姓名/ }), '李芳')
  await userEvent.type(screen.getByRole('textbox', { name: /^账号/ }), 'lifang')
  await userEvent.type(screen.getByLabelText(/^初始密码/), 'short')
  await press('开账号，添加为单位工作人员')
  expect(await screen.findByText('密码至少 10 个字符，请再长一些')).toBeInTheDocument()
  expect(sentTo('members.grant')[0]?.data).toEqual({
    ...{ account: 'lifang', name: '李芳', password: 'short', phone: '13800138000' },
    ...{ role: 'unit_staff', orgCode: unit.code },
  })
})

test('ending a membership asks first, and says why it cannot be', async () => {
  openUnit({
    'members.list': list(contact({ openOrders: 2 })),
    'members.revoke': () => problem(409, 'wrong_state', '这是最后一位区管理员，请先添加另一位，再收回这个角色'),
  })
  await press('结束身份：李**')
  expect(sentTo('members.revoke')).toHaveLength(0)
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getByText(/手上的 2 个单不会自己转走/)).toBeInTheDocument()
  await userEvent.click(dialog.getByRole('button', { name: '结束身份' }))
  expect(await screen.findByText(/这是最后一位区管理员/)).toBeInTheDocument()
  expect(sentTo('members.revoke')[0]?.url).toMatch(/\/members\/m8$/)
})

test('what the server does not allow has no button; orgs below lead on, with their people', async () => {
  signInAs([streetStaff])
  openedWith({})
  answerWith({
    'members.list': list(contact({ role: 'street_staff', org: street, allowedActions: [] })),
    'members.overview': overview({ org: street, grantableRoles: [], below: [{ ...unit, members: 0 }] }),
  })
  render(<Members />)
  const link = await screen.findByRole('link', { name: /爱心理发店/ })
  expect(link).toHaveTextContent('还没有联系人')
  expect(screen.queryByRole('button', { name: /结束/ })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '查找' })).not.toBeInTheDocument()
  expect(sentTo('members.list')[0]?.url).toMatch(/orgCode=610303001.*reach=here/)
})

test('how roles came and went is told in words, for the auditor alone', async () => {
  const by = { name: '王**', role: 'street_staff' as const, org: street }
  signInAs([{ id: 'm9', role: 'auditor', org: { code: '610303', name: '金台区', level: 'district' } }])
  answerWith({
    'member-changes.list': ok<'member-changes.list'>({
      items: [
        { id: 'c2', at, change: 'revoked', name: '李**', role: 'unit_staff', org: unit, by },
        { id: 'c1', at, change: 'granted', name: null, role: 'auditor', org: null, by: null },
      ],
      nextCursor: null,
    }),
  })
  const { unmount } = render(<MemberChanges />)
  expect(await screen.findByText('结束身份：李**，爱心理发店单位工作人员')).toBeInTheDocument()
  expect(screen.getByText(/由王\*\*（街道工作人员，中山东路街道）$/)).toBeInTheDocument()
  expect(screen.getByText(/由系统管理人员$/)).toBeInTheDocument()
  unmount()
  signInAs([streetStaff])
  render(<MemberChanges />)
  expect(screen.getByText('人员变动给督查和区管理员看')).toBeInTheDocument()
})
