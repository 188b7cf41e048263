import { content } from '../../../../test/catalogue-double'
import { firstWrong, placeErrors, wrongIn } from './item-errors'
import { emptyForm, splitWords, tidy, toContent, toForm } from './item-form'
import { moveRow, replaceRow, withoutRow } from './move-row'

test('content goes through the form and comes back as it was', () => {
  expect(toContent(toForm(content()))).toEqual(content())
  const open = content({ everydayWords: [] }, { timeLimit: { workingDays: null, words: '没有公布' } })
  expect(toContent(toForm(open))).toEqual(open)
})

test('everyday words are parted as people part them', () => {
  expect(splitWords('老年证、老年卡，优待证, 老人证 ')).toEqual(['老年证', '老年卡', '优待证', '老人证'])
  expect(splitWords(' ')).toEqual([])
})

test('rows in which nothing was written are left out, half-written ones stay', () => {
  const form = {
    ...emptyForm('金台区'),
    materials: [
      { name: ' ', note: '', isRequired: true },
      { name: '', note: '带原件', isRequired: true },
    ],
    steps: ['', '申请', ' '],
    basis: [''],
  }
  expect(tidy(form)).toMatchObject({ materials: [{ note: '带原件' }], steps: ['申请'], basis: [] })
})

test('faults come to their fields, parts of one field together', () => {
  const { errors, rest } = placeErrors({
    'content.name': '请填写事项名称',
    'content.guide.materials.2.name': '请填写材料名称',
    'content.everydayWords.3': '常用说法太长',
    'content.guide.channels.0': '办理渠道不在可选范围内',
    'content.guide.timeLimit.words': '请填写时限说明',
    'content.guide': '办事指南太长',
    districtCode: '区的格式不对',
  })
  expect(errors).toEqual({
    name: '请填写事项名称',
    'materials-2-name': '请填写材料名称',
    everydayWords: '常用说法太长',
    channels: '办理渠道不在可选范围内',
    'timeLimit-words': '请填写时限说明',
  })
  expect(rest).toEqual(['办事指南太长', '区的格式不对'])
})

test('the first wrong field is the first on the page, by row and not by spelling', () => {
  expect(firstWrong({ fee: 'x', 'materials-10-name': 'x', 'materials-2-note': 'x' })).toBe('materials-2-note')
  expect(firstWrong({ 'steps-0': 'x', steps: 'x' })).toBe('steps')
  expect(firstWrong({})).toBeUndefined()
})

test.each([
  ['', true],
  ['20', true],
  [' 7 ', true],
  ['0', false],
  ['1.5', false],
  ['很快', false],
])('working days %j: right %s', (workingDays, isRight) => {
  expect(wrongIn({ ...emptyForm('金台区'), workingDays })).toEqual(
    isRight ? {} : { 'timeLimit-workingDays': expect.stringContaining('整数') as string },
  )
})

test('rows are moved, replaced and removed; a move beyond the end changes nothing', () => {
  expect(moveRow(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moveRow(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
  expect(replaceRow(['a', 'b'], 1, 'c')).toEqual(['a', 'c'])
  expect(withoutRow(['a', 'b'], 0)).toEqual(['b'])
})
