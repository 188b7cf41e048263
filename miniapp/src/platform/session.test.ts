import Taro from '@tarojs/taro'
import { signInAs, staff } from '../../test/api-double'
import { session } from './session'

const street = { ...staff, id: 'm2', role: 'street_staff' as const }

test('is kept on the device and forgotten with the draft when it ends', () => {
  signInAs([staff])
  Taro.setStorageSync('xinban.draft', '{}')
  Taro.setStorageSync('xinban.draft-photos', '{}')
  expect(Taro.getStorageSync('xinban.session')).toContain('"token":"token"')
  session.end()
  expect(Taro.getStorageSync('xinban.session')).toBe('')
  expect(Taro.getStorageSync('xinban.draft')).toBe('')
  expect(Taro.getStorageSync('xinban.draft-photos')).toBe('')
})

test('of a session that ran out, only the same person finds what was not sent', () => {
  for (const next of ['p1', 'p2']) {
    signInAs([staff])
    Taro.setStorageSync('xinban.draft', '{}')
    Taro.setStorageSync('xinban.people', '[]')
    session.lapse()
    expect(session.get()).toBeNull()
    expect(session.owner()).toBe('p1')
    expect(Taro.getStorageSync('xinban.people')).toBe('')
    signInAs([staff], { id: next })
    expect(session.owner()).toBeNull()
    expect(Taro.getStorageSync('xinban.draft')).toBe(next === 'p1' ? '{}' : '')
  }
})

test('keeps the chosen role as long as it is held', () => {
  signInAs([staff, street])
  session.actAs('m2')
  const person = session.get()?.person
  if (!person) throw new Error('not signed in')
  session.refresh({ person, memberships: [street, staff] })
  expect(session.get()?.membershipId).toBe('m2')
  session.refresh({ person, memberships: [staff] })
  expect(session.get()?.membershipId).toBe('m1')
})

test('a role that is not theirs cannot be chosen', () => {
  signInAs([staff])
  session.actAs('someone-elses')
  expect(session.get()?.membershipId).toBe('m1')
})
