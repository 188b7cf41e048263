import Taro from '@tarojs/taro'
import { answerWith, ok, order, sentTo, signInAs } from '../../test/api-double'
import { deviceId } from './device'
import { call } from './request'
import { session } from './session'

test('a device calls itself the same over sign-ins, and says so with every call', async () => {
  const own = deviceId()
  expect(own).toMatch(/^[0-9a-f]{32}$/)
  expect(Taro.getStorageSync('xinban.device')).toBe(JSON.stringify(own))
  signInAs()
  session.end()
  signInAs()
  answerWith({ 'orders.accept': ok<'orders.accept'>(order()) })
  await call('orders.accept', { params: { id: 'o1' }, body: {} })
  expect(deviceId()).toBe(own)
  expect(sentTo('orders.accept')[0]?.header).toMatchObject({ 'x-device-id': own })
})
