import { officialListIssues, type OfficialDay } from './official-list'

const off = (date: string): OfficialDay => ({ date, kind: 'off', name: '元旦' })
const work = (date: string): OfficialDay => ({ date, kind: 'work', name: '元旦' })

test('a sound list has no issues', () => {
  expect(officialListIssues(2027, [off('2027-01-01'), work('2027-01-03')])).toEqual([])
})

test('every bad row is named', () => {
  const days = [off('2027-01-01'), off('2027-02-30'), off('2026-12-31'), off('2027-01-01'), work('2027-01-04')]
  expect(officialListIssues(2027, days)).toEqual([
    { row: 1, message: '“2027-02-30”不是有效的日期，请写成 2027-01-01 这样' },
    { row: 2, message: '2026-12-31 不在 2027 年' },
    { row: 3, message: '2027-01-01 写了两次' },
    { row: 4, message: '2027-01-04 本来就是工作日，补班只能在周末' },
  ])
})

test('a list without a holiday is none', () => {
  expect(officialListIssues(2027, [work('2027-01-03')])).toEqual([
    { row: null, message: '2027 年的安排里至少要有一天放假' },
  ])
})
