import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Membership } from '@xinban/shared/contracts'
import { answerWith, ok, place, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import { locate } from '@/platform/locate'
import Places from './index'

jest.mock('@/platform/locate', () => ({ locate: jest.fn() }))
const device = jest.mocked(locate)

const own = place({ allowedActions: ['update', 'close'] })
const list = (...items: ReturnType<typeof place>[]) => ok<'places.list'>({ items, nextCursor: null })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const point = { lat: 34.3605, lng: 107.1405 }

beforeEach(() => {
  signInAs([staff])
  device.mockResolvedValue({ isFound: true, position: { point, accuracyMetres: 15 } })
})

test('a place is added with the point where one stands', async () => {
  answerWith({ 'places.list': list(), 'places.create': ok<'places.create'>(own) })
  render(<Places />)
  expect(await screen.findByText('还没有地点')).toBeInTheDocument()
  await press('加一个地点')
  await press('保存')
  expect(screen.getByText('请填写地点的名字')).toBeInTheDocument()
  await userEvent.type(screen.getByRole('textbox', { name: /^叫什么/ }), '梧桐院')
  await press('用我现在站的位置')
  expect(await screen.findByText('已有位置')).toBeInTheDocument()
  await press('保存')
  await waitFor(() => expect(sentTo('places.list')).toHaveLength(2))
  const body = { communityCode: staff.org.code, name: '梧桐院', kind: 'estate', point }
  expect(sentTo('places.create')[0]?.data).toEqual(body)
})

test('a name that is taken keeps what was typed', async () => {
  answerWith({
    'places.list': list(own),
    'places.update': () => problem(409, 'already_exists', '这个社区已有「小游园」'),
  })
  render(<Places />)
  await userEvent.click(await screen.findByRole('button', { name: '修改：梧桐院' }))
  const name = screen.getByRole('textbox', { name: /^叫什么/ })
  await userEvent.clear(name)
  await userEvent.type(name, '小游园')
  await press('保存')
  expect(await screen.findByText('这个社区已有「小游园」')).toBeInTheDocument()
  expect(name).toHaveValue('小游园')
  expect(sentTo('places.update')[0]?.header['if-match']).toBe('"1"')
})

test('closing asks first; a closed one can be put back', async () => {
  const closed = place({ id: 'pl2', name: '小游园', isClosed: true, allowedActions: ['reopen'] })
  answerWith({
    'places.list': list(own, closed),
    'places.close': ok<'places.close'>({ ...own, version: 7, isClosed: true }),
    'places.reopen': ok<'places.reopen'>(closed),
  })
  render(<Places />)
  await userEvent.click(await screen.findByRole('button', { name: '停用：梧桐院' }))
  expect(sentTo('places.close')).toHaveLength(0)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '停用' }))
  await waitFor(() => expect(sentTo('places.close')).toHaveLength(1))
  await press('恢复使用：小游园')
  await waitFor(() => expect(sentTo('places.reopen')).toHaveLength(1))
})

test('closing can be undone at once, on the version that it made', async () => {
  answerWith({
    'places.list': list(own),
    'places.close': ok<'places.close'>({ ...own, version: 7, isClosed: true }),
    'places.reopen': ok<'places.reopen'>(own),
  })
  render(<Places />)
  await userEvent.click(await screen.findByRole('button', { name: '停用：梧桐院' }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '停用' }))
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(() => expect(sentTo('places.reopen')[0]?.header['if-match']).toBe('"7"'))
  expect(screen.queryByRole('button', { name: '撤销' })).not.toBeInTheDocument()
  expect(await screen.findByText('已恢复使用')).toBeInTheDocument()
})

test('without leave nothing can be changed', async () => {
  answerWith({ 'places.list': list(place()) })
  render(<Places />)
  expect(await screen.findByText('梧桐院')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /修改|停用/ })).not.toBeInTheDocument()
})

test('other roles are told who keeps the list; the street chooses a community first', async () => {
  const unit: Membership = { id: 'm2', role: 'unit_staff', org: { code: 'U1', name: '志愿队', level: 'unit' } }
  signInAs([unit])
  answerWith({})
  const { unmount } = render(<Places />)
  expect(screen.getByText('你的身份不维护地点')).toBeInTheDocument()
  unmount()
  const street: Membership = {
    ...{ id: 'm3', role: 'street_staff' },
    org: { code: '610303001', name: '中山东路街道', level: 'street' },
  }
  signInAs([street])
  render(<Places />)
  expect(screen.queryByRole('button', { name: '加一个地点' })).not.toBeInTheDocument()
  await waitFor(() => expect(sentTo('places.list')).toHaveLength(0))
})
