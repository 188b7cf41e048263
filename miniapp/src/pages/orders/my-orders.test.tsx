import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith, sentTo, signInAs, summary } from '../../../test/api-double'
import MyOrders from './index'

const asked = () => sentTo('orders.list').map(({ url }) => new URL(url, 'http://h').searchParams)

test('an order is searched for in the tab that is open, and in all of them when it is not there', async () => {
  signInAs()
  const found = { items: [summary({ title: '楼道灯不亮' })], nextCursor: null }
  const none = { items: [], nextCursor: null }
  answerWith({
    'orders.list': ({ url }) => {
      const query = new URL(url, 'http://h').searchParams
      return { statusCode: 200, data: query.has('q') && query.has('status') ? none : found }
    },
  })
  render(<MyOrders />)
  await screen.findByText('楼道灯不亮')
  await userEvent.type(screen.getByLabelText('在我的单里找'), '灯')
  await userEvent.click(screen.getByRole('button', { name: '查找' }))
  expect(await screen.findByText('没有找到「灯」')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '在全部里找' }))
  expect(await screen.findByText('楼道灯不亮')).toBeInTheDocument()
  const last = asked().at(-1)
  expect([last?.get('view'), last?.get('q'), last?.get('status')]).toEqual(['mine', '灯', null])
})
