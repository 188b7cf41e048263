import { savedSchedule } from '../../../../test/booking-double'
import { draftOf, readDraft } from './draft'

const draft = draftOf(savedSchedule())

test('what is not touched comes out as it was', () => {
  const { weekly, overrides, policy, items } = savedSchedule()
  expect(readDraft(draft)).toEqual({ isSound: true, schedule: { weekly, overrides, policy, items } })
})

test('an empty day is closed; full-width signs are fine', () => {
  const week = draft.week.map((words, weekday) => (weekday === 1 ? '' : weekday === 6 ? '9：00-12：00' : words))
  const read = readDraft({ ...draft, week })
  const weekly = read.isSound ? read.schedule.weekly : []
  expect(weekly.filter(({ weekday }) => weekday === 1)).toEqual([])
  expect(weekly.filter(({ weekday }) => weekday === 6)).toEqual([{ weekday: 6, from: 540, to: 720 }])
})

test.each(['上午', '12:00–09:00', '09:00–12:00、11:00–14:00'])('%s is no day’s hours', (words) => {
  const week = draft.week.map((before, weekday) => (weekday === 2 ? words : before))
  const read = readDraft({ ...draft, week })
  expect(read.isSound ? [] : Object.keys(read.wrong)).toEqual(['week-2'])
})

test('numbers are whole and within their bounds, each told by its field', () => {
  const [item] = draft.items
  if (!item) throw new Error('no item')
  const read = readDraft({
    ...draft,
    policy: { ...draft.policy, perDay: '0' },
    items: [{ ...item, numbers: { ...item.numbers, windows: '1.5', slotMinutes: '' } }],
  })
  expect(read.isSound ? [] : Object.keys(read.wrong).sort()).toEqual([
    ...['item-i1-slotMinutes', 'item-i1-windows', 'policy-perDay'],
  ])
})
