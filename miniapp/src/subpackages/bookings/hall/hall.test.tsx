import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import { hall, ticket } from '../../../../test/booking-double'
import { openedWith } from '../../../../test/taro'
import HallPage from './index'

beforeEach(() => {
  signInAs()
  openedWith({ id: 'h1' })
})

test('the card says where, when, what, how busy it is, and leads to a booking', async () => {
  answerWith({ 'halls.show': ok<'halls.show'>(hall()) })
  render(<HallPage />)
  expect(await screen.findByText('东关路 12 号')).toBeInTheDocument()
  expect(screen.getByText('现在 2 人在等，叫到 7 号')).toBeInTheDocument()
  expect(screen.getByText('全区通办')).toBeInTheDocument()
  expect(screen.getByText('周一至周五 09:00–12:00、13:00–17:00')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: /二维码/ })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '预约办事' }))
  expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toContain('hall=h1')
})

test('whoever is there draws a number; who has one already is told so', async () => {
  answerWith({ 'halls.show': ok<'halls.show'>(hall()), 'tickets.draw': ok<'tickets.draw'>(ticket()) })
  render(<HallPage />)
  await userEvent.click(await screen.findByRole('button', { name: '我到大厅了，取个号' }))
  await waitFor(() => expect(sentTo('tickets.draw')[0]?.data).toEqual({ hallId: 'h1' }))
  answerWith({
    'halls.show': ok<'halls.show'>(hall()),
    'tickets.draw': () => problem(409, 'already_exists', '你今天已经有号了'),
  })
  await userEvent.click(screen.getByRole('button', { name: '我到大厅了，取个号' }))
  expect(await screen.findByText('你今天已经有号了')).toBeInTheDocument()
})

test('a hall that is out of use takes no bookings', async () => {
  answerWith({ 'halls.show': ok<'halls.show'>(hall({ isClosed: true })) })
  render(<HallPage />)
  expect(await screen.findByText('已停用')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '预约办事' })).not.toBeInTheDocument()
})
