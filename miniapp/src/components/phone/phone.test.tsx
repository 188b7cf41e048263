import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Phone } from './phone'
import { Phone as PhoneInBrowser } from './phone.h5'

const { Phone: PhoneOnWechat } = jest.requireActual<{ Phone: typeof Phone }>('./phone.tsx')

test('in a browser it is a link that dials', () => {
  render(<PhoneInBrowser number="0917-3500001" />)
  expect(screen.getByRole('link', { name: '拨打 0917-3500001' })).toHaveAttribute('href', 'tel:0917-3500001')
})

test.each([
  ['in a browser', PhoneInBrowser],
  ['on WeChat', PhoneOnWechat],
])('%s it may be the action of a screen, named by its words', (_, Dial) => {
  render(<Dial number="0917-3500001" action="给社区打电话" />)
  expect(screen.getByRole('link', { name: '给社区打电话' })).toBeInTheDocument()
})

test('on WeChat a tap offers to dial, and saying no is no failure', async () => {
  jest.mocked(Taro.makePhoneCall).mockRejectedValueOnce({ errMsg: 'makePhoneCall:fail cancel' })
  render(<PhoneOnWechat number="13800008000" />)
  await userEvent.click(screen.getByRole('link', { name: '拨打 13800008000' }))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13800008000' })
})
