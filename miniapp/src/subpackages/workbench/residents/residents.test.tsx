import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith, ok, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import Residents from './index'

const confirmedAt = '2025-11-20T09:00:00+08:00'
const known = (part: { confirmedAt: string | null }) => ({ name: '苏**', ...part })
const who = { communityCode: staff.org.code, phone: '13800138000' }
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

async function look() {
  render(<Residents />)
  await userEvent.type(screen.getByRole('textbox', { name: /^居民的手机号/ }), who.phone)
  await press('查找')
}

beforeEach(() => signInAs([staff]))

test('whoever has the phone is shown, confirmed only after a question, and it can be undone', async () => {
  answerWith({
    'residents.find': ok<'residents.find'>(known({ confirmedAt: null })),
    'residents.confirm': ok<'residents.confirm'>(known({ confirmedAt })),
    'residents.unconfirm': ok<'residents.unconfirm'>(known({ confirmedAt: null })),
  })
  await look()
  expect(await screen.findByText('苏**')).toBeInTheDocument()
  expect(sentTo('residents.find')[0]?.data).toEqual(who)
  await press('核实这位居民')
  expect(sentTo('residents.confirm')).toHaveLength(0)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '核对过了' }))
  await waitFor(() => expect(sentTo('residents.confirm')[0]?.data).toEqual(who))
  await userEvent.click(await screen.findByRole('button', { name: '取消核实' }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消核实' }))
  await waitFor(() => expect(sentTo('residents.unconfirm')[0]?.data).toEqual(who))
  expect(await screen.findByRole('button', { name: '核实这位居民' })).toBeInTheDocument()
})

test('a phone that is not known here says what the resident has to do; another number hides it', async () => {
  answerWith({ 'residents.find': () => problem(404, 'not_found', '没有找到') })
  await look()
  expect(await screen.findByText('没有找到这位居民')).toBeInTheDocument()
  expect(screen.getByText(new RegExp(`“我的社区”选成${staff.org.name}`))).toBeInTheDocument()
})
