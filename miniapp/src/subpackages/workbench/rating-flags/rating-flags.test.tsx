import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RatingFlag } from '@xinban/shared/contracts'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import RatingFlags from './index'

const flag: RatingFlag = {
  ...{ id: 'f1', at: '2025-11-22T09:00:00+08:00', pattern: 'soon_after_fulfilment', stars: 5, look: null },
  community: { code: '610303001002', name: '东风路社区', level: 'community' },
  order: { id: 'o3', no: '251122000003' },
  others: [{ id: 'o1', no: '251122000001' }],
  allowedActions: ['look-at'],
}
const list = { 'rating-flags.list': ok<'rating-flags.list'>({ items: [flag], nextCursor: null }) }

test('tells the pattern and its orders; a note says what was found', async () => {
  signInAs()
  const look = { at: '2025-11-22T10:00:00+08:00', by: '李**', note: '一家人合用' }
  answerWith({ ...list, 'rating-flags.look-at': ok<'rating-flags.look-at'>({ ...flag, look, allowedActions: [] }) })
  render(<RatingFlags />)
  expect(await screen.findByRole('heading', { name: '同一台设备，多个单刚办结就评' })).toBeInTheDocument()
  expect(screen.getByText('2025 年 11 月 22 日 09:00 · 东风路社区 · 5 星')).toBeInTheDocument()
  expect(screen.getAllByRole('link')).toHaveLength(2)
  await userEvent.click(screen.getByRole('button', { name: /看过了/ }))
  await userEvent.click(screen.getByRole('button', { name: '记下' }))
  expect(await screen.findByText('请写一句查到什么')).toBeInTheDocument()
  expect(sentTo('rating-flags.look-at')).toEqual([])
  await userEvent.type(screen.getByLabelText(/查到什么/), '一家人合用')
  await userEvent.click(screen.getByRole('button', { name: '记下' }))
  expect(await screen.findByText(/李\*\*看过.*一家人合用/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /看过了/ })).not.toBeInTheDocument()
})

test('whoever may not read it is told so', async () => {
  signInAs()
  answerWith({ 'rating-flags.list': () => problem(403, 'forbidden', '评价提示只给督查和区管理员看') })
  render(<RatingFlags />)
  expect(await screen.findByText('评价提示只给督查和区管理员看')).toBeInTheDocument()
})
