import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { defaultLimits } from '@xinban/shared/domain'
import { answerWith, ok, problem, sentTo, signInAs, staff } from '../../../test/api-double'
import { calendarYear, limitSettings, limitVersions } from '../../../test/calendar-double'
import { district, editor } from '../../../test/catalogue-double'
import WorkingDays from './calendar'
import Limits from './limits'

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const confirm = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }))
const box = (name: RegExp) => screen.getByRole('textbox', { name })
/** A native list in a browser, a wheel on WeChat. */
const chooseFrom = async (label: RegExp, word: string) => {
  await screen.findByText(word)
  const list = screen.queryByRole('combobox', { name: label })
  const option = screen.getByText(word)
  if (!list) return userEvent.click(option)
  return userEvent.selectOptions(list, word)
}
/** At once, not letter by letter: every letter draws the whole page anew. */
const write = (field: HTMLElement, words: string) => fireEvent.change(field, { target: { value: words } })

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-09-30T17:00:00+08:00'), doNotFake: ['setTimeout', 'queueMicrotask'] })
  signInAs([editor])
})
afterEach(() => jest.useRealTimers())

describe('limits', () => {
  const number = (name: RegExp) => screen.findByLabelText(name)
  const answers = {
    'limits.show': ok<'limits.show'>(limitSettings()),
    'calendar.show': ok<'calendar.show'>(calendarYear()),
    'limits.versions': ok<'limits.versions'>(limitVersions()),
  }

  test('every limit shows what it means now, and follows what is typed and the office hours', async () => {
    answerWith(answers)
    render(<Limits />)
    const accept = await number(/^普通单接单（个工作日）/)
    expect(screen.getByText('现在收单，最晚 10 月 8 日 17:00 前接单')).toBeInTheDocument()
    write(accept, '3')
    expect(screen.getByText('现在收单，最晚 10 月 10 日 17:00 前接单')).toBeInTheDocument()
    write(box(/^办公时间/), '09:00-16:00')
    expect(screen.getByText('现在收单，最晚 10 月 12 日 09:00 前接单')).toBeInTheDocument()
    expect(screen.getByText(/第 2 版 · 11 月 1 日/)).toBeInTheDocument()
  })

  test('are saved after a question, on the version that was read', async () => {
    answerWith({ ...answers, 'limits.save': ok<'limits.save'>(limitSettings({ version: 3 })) })
    render(<Limits />)
    write(await number(/^差评整改（个工作日）/), '5')
    await press('保存')
    expect(sentTo('limits.save')).toHaveLength(0)
    await confirm('保存')
    await waitFor(() => expect(sentTo('limits.save')).toHaveLength(1))
    const [sent] = sentTo('limits.save')
    expect(sent?.header['if-match']).toBe('"2"')
    const { officeHours } = limitSettings()
    const rectify = { unit: 'working_days', value: 5 }
    expect(sent?.data).toEqual({ districtCode: district.code, limits: { ...defaultLimits, rectify }, officeHours })
  })

  test('all that is wrong is said before anything is sent', async () => {
    answerWith(answers)
    render(<Limits />)
    write(await number(/^普通单接单/), '9')
    write(await number(/^用掉多少时限时预警/), '99')
    write(box(/^办公时间/), '上午')
    await press('保存')
    expect(screen.getByText('普通单接单（9 个工作日）要短于普通单办结（5 个工作日）')).toBeInTheDocument()
    expect(screen.getByText('预警要在用掉时限的 50 % 到 95 % 之间')).toBeInTheDocument()
    expect(screen.getByText('办公时间请写成 08:30–12:00、14:00–17:30 这样')).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  test('a colleague’s change is said, with a way to see it', async () => {
    answerWith({
      ...answers,
      'limits.save': () => problem(412, 'version_mismatch', '内容刚刚更新过，请刷新后再操作'),
    })
    render(<Limits />)
    await number(/^普通单接单/)
    await press('保存')
    await confirm('保存')
    await userEvent.click(await screen.findByRole('button', { name: '看同事改好的' }))
    await waitFor(() => expect(sentTo('limits.show').length).toBeGreaterThan(1))
  })
})

describe('the calendar', () => {
  const closed = { date: '2026-10-20', kind: 'off', hours: null, reason: '暴雪停办', org: district } as const
  const own = { ...closed, by: '王**', at: '2026-09-01T09:00:00+08:00' }

  test('a month says in words what its signs mean', async () => {
    answerWith({ 'calendar.show': ok<'calendar.show'>(calendarYear()) })
    render(<WorkingDays />)
    expect(await screen.findByText('1–7 日国庆节放假；10 日国庆节补班')).toBeInTheDocument()
    expect(screen.getByText('2026 年按国务院公布的放假安排')).toBeInTheDocument()
    await press('下一年，2027 年')
    await waitFor(() => expect(sentTo('calendar.show').at(-1)?.url).toContain('year=2027'))
  })

  test('a day is arranged with its reason', async () => {
    answerWith({
      'calendar.show': ok<'calendar.show'>(calendarYear()),
      'calendar.set-day': ok<'calendar.set-day'>(calendarYear()),
    })
    const { container } = render(<WorkingDays />)
    await userEvent.click(await screen.findByRole('button', { name: '安排一天' }))
    await press('保存')
    expect(screen.getByText('请选择是哪一天')).toBeInTheDocument()
    expect(screen.getByText('请写明原因，大家都能看到')).toBeInTheDocument()
    const date = container.querySelector('input[id$="day-date"], [id$="day-date"] input')
    if (!date) throw new Error('no date field')
    fireEvent.change(date, { target: { value: '2026-10-20' } })
    await userEvent.click(screen.getByRole('radio', { name: '上班' }))
    write(box(/^上班时间/), '8:30-12:00')
    write(box(/^原因/), '全员培训')
    await press('保存')
    await waitFor(() => expect(sentTo('calendar.set-day')).toHaveLength(1))
    const [sent] = sentTo('calendar.set-day')
    expect(sent?.url).toContain('/calendar/days/2026-10-20')
    expect(sent?.header['if-match']).toBe('"3"')
    const hours = [{ from: 510, to: 720 }]
    expect(sent?.data).toEqual({ districtCode: district.code, kind: 'worked', reason: '全员培训', hours })
  })

  test('a day of one community is arranged for it alone', async () => {
    const org = { servicePhone: null, validUntil: null, successorCode: null, isDemo: false }
    const street = { ...org, code: '610303001', name: '中山东路街道', level: 'street' as const, parentCode: '610303' }
    const community = {
      ...org,
      code: '610303001002',
      name: '曙光路西社区',
      level: 'community' as const,
      parentCode: street.code,
    }
    answerWith({
      'calendar.show': ok<'calendar.show'>(calendarYear()),
      'calendar.set-day': ok<'calendar.set-day'>(calendarYear()),
      'orgs.list': (sent) =>
        ok<'orgs.list'>({ items: sent.url.includes('level=street') ? [street] : [community], nextCursor: null })(sent),
    })
    const { container } = render(<WorkingDays />)
    await userEvent.click(await screen.findByRole('button', { name: '安排一天' }))
    await chooseFrom(/^谁的安排/, '中山东路街道')
    await chooseFrom(/^哪个社区/, '曙光路西社区')
    const date = container.querySelector('input[id$="day-date"], [id$="day-date"] input')
    if (!date) throw new Error('no date field')
    fireEvent.change(date, { target: { value: '2026-10-20' } })
    write(box(/^原因/), '搬家')
    await press('保存')
    await waitFor(() => expect(sentTo('calendar.set-day')).toHaveLength(1))
    expect(sentTo('calendar.set-day')[0]?.data).toEqual({
      ...{ districtCode: district.code, orgCode: community.code, kind: 'off', reason: '搬家' },
    })
  })

  test('an arrangement is taken back after a question; one of a day that is over stays', async () => {
    const past = { ...own, date: '2026-09-01', reason: '搬家' }
    answerWith({
      'calendar.show': ok<'calendar.show'>(calendarYear({ overrides: [past, own] })),
      'calendar.clear-day': ok<'calendar.clear-day'>(calendarYear()),
    })
    render(<WorkingDays />)
    expect(await screen.findByText('10 月 20 日 不上班')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '撤回 9 月 1 日的安排' })).not.toBeInTheDocument()
    await press('撤回 10 月 20 日的安排')
    await confirm('撤回')
    await waitFor(() => expect(sentTo('calendar.clear-day')).toHaveLength(1))
    expect(sentTo('calendar.clear-day')[0]?.url).toContain('orgCode=610303')
  })

  test('a list is taken in as it was pasted; every bad row is said and what was pasted stays', async () => {
    const errors = [
      { path: 'csv.1', code: 'bad_row', message: '第 1 行：2026-01-01 写了两次' },
      { path: 'csv.2', code: 'bad_row', message: '第 2 行：名称要有 1 到 20 个字' },
    ]
    answerWith({
      'calendar.show': ok<'calendar.show'>(calendarYear()),
      'calendar.import-year': () => problem(422, 'invalid', '填写有误', errors),
    })
    render(<WorkingDays />)
    await screen.findByText('10 月')
    await press('导入')
    expect(screen.getByText('请先粘贴放假安排')).toBeInTheDocument()
    write(box(/^每行一天/), '2026-01-01,放假,元旦')
    await press('导入')
    expect(await screen.findByText('第 2 行：名称要有 1 到 20 个字')).toBeInTheDocument()
    expect(screen.getByText('没有导入，请改好这 2 处再试：')).toBeInTheDocument()
    expect(box(/^每行一天/)).toHaveValue('2026-01-01,放假,元旦')
  })

  test('others are told who sets it', () => {
    signInAs([staff])
    answerWith({})
    render(<WorkingDays />)
    expect(screen.getByText('这里由区管理员设置')).toBeInTheDocument()
  })
})
