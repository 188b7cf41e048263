import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith, ok, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import { hall, hallSummary, savedSchedule } from '../../../../test/booking-double'
import { openedWith } from '../../../../test/taro'
import HallSchedulePage from './index'

const affected = {
  ...{ id: 'b1', item: '社保卡办理', person: '张**', start: '2026-11-27T09:00:00+08:00' },
  ...{ reason: 'closed' as const, offers: ['2026-11-30T09:00:00+08:00'] },
}
const ours = {
  'halls.list': ok<'halls.list'>({ items: [hallSummary({ org: staff.org })], nextCursor: null }),
  'halls.show': ok<'halls.show'>(hall({ org: staff.org, allowedActions: ['edit-schedule'] })),
  'halls.schedule': ok<'halls.schedule'>(savedSchedule()),
  'service-items.list': ok<'service-items.list'>({ items: [], nextCursor: null }),
  'halls.preview-schedule': ok<'halls.preview-schedule'>({ affected: [affected] }),
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => {
  signInAs([staff])
  openedWith({})
})

test('whom a change touches is seen before it is saved, and the number goes with it', async () => {
  answerWith({ ...ours, 'halls.save-schedule': ok<'halls.save-schedule'>(savedSchedule({ version: 4 })) })
  render(<HallSchedulePage />)
  const friday = await screen.findByLabelText(/^周五/)
  expect(friday).toHaveValue('09:00–12:00、13:00–17:00')
  await userEvent.clear(friday)
  await press('看看影响谁，再保存')
  expect(await screen.findByText('1 个已经约好的人要换时间')).toBeInTheDocument()
  expect(screen.getByText(/张\*\* · 社保卡办理/)).toBeInTheDocument()
  expect(screen.getByText(/可以换到/)).toBeInTheDocument()
  expect(sentTo('halls.save-schedule')).toHaveLength(0)
  await press('保存，并通知这 1 个人')
  await waitFor(() => expect(sentTo('halls.save-schedule')).toHaveLength(1))
  const sent = sentTo('halls.save-schedule')[0]
  expect(sent?.header['if-match']).toBe('"3"')
  const body = sent?.data as { affected: number; weekly: { weekday: number }[] }
  expect([body.affected, body.weekly.some(({ weekday }) => weekday === 5)]).toEqual([1, false])
})

test('a change after the preview has to be looked at again', async () => {
  answerWith(ours)
  render(<HallSchedulePage />)
  await press('看看影响谁，再保存')
  await screen.findByText('1 个已经约好的人要换时间')
  await userEvent.type(screen.getByLabelText(/^周六/), '9')
  expect(screen.queryByRole('button', { name: /^保存/ })).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: '看看影响谁，再保存' })).toBeInTheDocument()
})

test('others booked meanwhile: it is refused, says so, and is looked at again', async () => {
  answerWith({ ...ours, 'halls.save-schedule': () => problem(409, 'wrong_state', '又有人约了，请再看一遍影响谁') })
  render(<HallSchedulePage />)
  await press('看看影响谁，再保存')
  await press('保存，并通知这 1 个人')
  expect(await screen.findByText('又有人约了，请再看一遍影响谁')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '看看影响谁，再保存' })).toBeInTheDocument()
})

test('a closed day is added with its reason, and hours that are none are told', async () => {
  answerWith(ours)
  render(<HallSchedulePage />)
  await press('加上')
  expect(screen.getByText('请选择从哪一天起')).toBeInTheDocument()
  expect(screen.getByText('请写明原因，居民看得到')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText(/^周六/), '上午')
  await press('看看影响谁，再保存')
  expect(screen.getByText(/请写成 09:00–12:00/)).toBeInTheDocument()
  expect(sentTo('halls.preview-schedule')).toHaveLength(0)
})
