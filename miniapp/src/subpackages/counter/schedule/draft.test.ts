import { savedSchedule } from '../../../../test/booking-double'
import { draftOf, readDraft, type Draft } from './draft'

const { defaults } = savedSchedule()
const draft = draftOf(savedSchedule())
const read = (typed: Draft) => readDraft(typed, defaults)

test('what is not touched comes out as it was', () => {
  const { weekly, overrides, policy, follows, items } = savedSchedule()
  expect(read(draft)).toEqual({ isSound: true, schedule: { weekly, overrides, policy, follows, items } })
})

test('an empty day is closed; full-width signs are fine', () => {
  const week = draft.week.map((words, weekday) => (weekday === 1 ? '' : weekday === 6 ? '9：00-12：00' : words))
  const found = read({ ...draft, week })
  const weekly = found.isSound ? found.schedule.weekly : []
  expect(weekly.filter(({ weekday }) => weekday === 1)).toEqual([])
  expect(weekly.filter(({ weekday }) => weekday === 6)).toEqual([{ weekday: 6, from: 540, to: 720 }])
})

test.each(['上午', '12:00–09:00', '09:00–12:00、11:00–14:00'])('%s is no day’s hours', (words) => {
  const week = draft.week.map((before, weekday) => (weekday === 2 ? words : before))
  const found = read({ ...draft, week })
  expect(found.isSound ? [] : Object.keys(found.wrong)).toEqual(['week-2'])
})

test('numbers are whole and within their bounds, each told by its field', () => {
  const [item] = draft.items
  if (!item) throw new Error('no item')
  const found = read({
    ...draft,
    policy: { ...draft.policy, perDay: '0' },
    items: [{ ...item, numbers: { ...item.numbers, windows: '1.5', slotMinutes: '' } }],
  })
  expect(found.isSound ? [] : Object.keys(found.wrong).sort()).toEqual([
    ...['item-i1-slotMinutes', 'item-i1-windows', 'policy-perDay'],
  ])
})

test('an empty field is left to the district, with its value as it is now', () => {
  const [item] = draft.items
  if (!item) throw new Error('no item')
  const found = read({
    ...draft,
    policy: { ...draft.policy, perDay: ' ' },
    items: [{ ...item, numbers: { ...item.numbers, walkInPercent: '' } }],
  })
  if (!found.isSound) throw new Error(JSON.stringify(found.wrong))
  expect(found.schedule).toMatchObject({
    follows: ['perDay'],
    policy: { perDay: defaults.perDay },
    items: [{ follows: ['walkInPercent'], rules: { walkInPercent: defaults.walkInPercent } }],
  })
  const again = draftOf({ ...savedSchedule(), ...found.schedule })
  expect([again.policy.perDay, again.policy.perItem, again.items[0]?.numbers.walkInPercent]).toEqual(['', '1', ''])
})
