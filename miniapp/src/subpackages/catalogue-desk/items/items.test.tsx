import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith, ok, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import { editor, managed } from '../../../../test/catalogue-double'
import Items from './index'

const list = (...items: ReturnType<typeof managed>[]) => ok<'service-items.manage'>({ items, nextCursor: null })
const street = { code: '610303001', name: '东街街道', level: 'street' as const }

beforeEach(() => signInAs([editor]))

test('every item with its state, what is not published, and who offers it', async () => {
  answerWith({
    'service-items.manage': list(
      managed({ hasDraft: true }),
      managed({ id: 'i2', name: '上门理发', state: 'draft', hasDraft: true, offeredBy: [] }),
      managed({ id: 'i3', name: '送餐', state: 'closed', offeredBy: [street] }),
    ),
  })
  render(<Items />)
  expect(await screen.findByRole('link', { name: /高龄津贴.*全区提供.*有修改没发布.*提供中/ })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /上门理发.*还没有单位提供.*未发布/ })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /送餐.*东街街道提供.*已停办/ })).toBeInTheDocument()
  expect(sentTo('service-items.manage')[0]?.url).toContain('districtCode=610303')
})

test('a search is sent, and nothing found says what to do', async () => {
  answerWith({ 'service-items.manage': list() })
  render(<Items />)
  expect(await screen.findByText('还没有服务事项')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('找事项'), '补贴')
  await userEvent.click(screen.getByRole('button', { name: '查找' }))
  expect(await screen.findByText('没有找到')).toBeInTheDocument()
  expect(sentTo('service-items.manage').at(-1)?.url).toContain(`q=${encodeURIComponent('补贴')}`)
})

test('a failure says so, and can be tried again', async () => {
  answerWith({ 'service-items.manage': () => problem(503, 'unavailable', '服务暂时忙，请稍后再试') })
  render(<Items />)
  expect(await screen.findByText('服务暂时忙，请稍后再试')).toBeInTheDocument()
  answerWith({ 'service-items.manage': list(managed()) })
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('高龄津贴')).toBeInTheDocument()
})

test('a community is told who writes items', () => {
  signInAs([staff])
  answerWith({})
  render(<Items />)
  expect(screen.getByText('服务事项由区管理员编写')).toBeInTheDocument()
})
