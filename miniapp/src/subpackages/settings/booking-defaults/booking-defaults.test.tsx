import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { PreviewedDefaults } from '@xinban/shared/contracts'
import { usualBookingDefaults } from '@xinban/shared/domain'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import { defaultSettings } from '../../../../test/booking-double'
import { district, editor } from '../../../../test/catalogue-double'
import BookingDefaultsPage from './index'

const versions = ok<'booking-defaults.versions'>({ items: [], nextCursor: null })
const answers = (reach: Partial<PreviewedDefaults> = {}) => ({
  'booking-defaults.show': ok<'booking-defaults.show'>(defaultSettings()),
  'booking-defaults.versions': versions,
  'booking-defaults.preview': ok<'booking-defaults.preview'>({ halls: 0, affected: 0, bookings: [], ...reach }),
})
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const write = async (label: RegExp, words: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value: words } })

beforeEach(() => signInAs([editor]))

test('how many halls follow, how many a change reaches and whom it touches is seen before it is saved', async () => {
  const booking = {
    ...{ id: 'b1', item: '社保卡办理', person: '张**', start: '2026-11-27T09:00:00+08:00' },
    ...{ reason: 'less_capacity' as const, offers: ['2026-11-30T09:00:00+08:00'] },
    hall: { id: 'h1', name: '东关社区服务大厅', org: district },
  }
  answerWith({
    ...answers({ halls: 12, affected: 51, bookings: [booking] }),
    'booking-defaults.save': ok<'booking-defaults.save'>(defaultSettings({ version: 3 })),
  })
  render(<BookingDefaultsPage />)
  expect((await screen.findAllByText('144 个大厅里有 138 个照这个')).length).toBeGreaterThan(0)
  await write(/^给现场取号留百分之几/, '30')
  await press('看看影响谁，再保存')
  expect(await screen.findByText('12 个大厅跟着改，51 个已经约好的人要换时间')).toBeInTheDocument()
  expect(screen.getByText(/东关社区服务大厅；可以换到/)).toBeInTheDocument()
  expect(screen.getByText('还有 50 个没有列出来。')).toBeInTheDocument()
  expect(sentTo('booking-defaults.save')).toHaveLength(0)
  await press('保存，并通知这 51 个人')
  await waitFor(() => expect(sentTo('booking-defaults.save')).toHaveLength(1))
  const [sent] = sentTo('booking-defaults.save')
  expect(sent?.header['if-match']).toBe('"2"')
  expect(sent?.data).toEqual({
    districtCode: district.code,
    defaults: { ...usualBookingDefaults, walkInPercent: 30 },
    affected: 51,
  })
})

test('a change after the preview has to be looked at again; what is wrong is said before', async () => {
  answerWith(answers({ halls: 3 }))
  render(<BookingDefaultsPage />)
  await press('看看影响谁，再保存')
  await screen.findByText('3 个大厅跟着改，不影响已经约好的人')
  await write(/^一个人一天最多约几次/, '0')
  expect(screen.queryByRole('button', { name: '保存' })).not.toBeInTheDocument()
  await press('看看影响谁，再保存')
  expect(screen.getByText('请写 1 到 20 之间的整数')).toBeInTheDocument()
  expect(sentTo('booking-defaults.preview')).toHaveLength(1)
})

test('a colleague’s change is said, with a way to see it', async () => {
  answerWith({
    ...answers(),
    'booking-defaults.save': () => problem(412, 'version_mismatch', '内容刚刚更新过，请刷新后再操作'),
  })
  render(<BookingDefaultsPage />)
  await press('看看影响谁，再保存')
  await press('保存')
  await press('看同事改好的')
  await waitFor(() => expect(sentTo('booking-defaults.show').length).toBeGreaterThan(1))
})
