import type { BoardPledge } from '@xinban/shared/contracts'
import { act, render, screen } from '@testing-library/react'
import { board } from '../../../test/board-double'
import { answerWith, ok, problem, signInAs } from '../../../test/api-double'
import { openedWith } from '../../../test/taro'
import BoardPage from './screen/index'

/** The stream of the page under test, where there are streams. */
const mockChannel = {
  listeners: new Map<string, (event: { data: string }) => void>(),
  onopen: null as (() => void) | null,
  onerror: null as (() => void) | null,
  addEventListener(type: string, listener: (event: { data: string }) => void) {
    this.listeners.set(type, listener)
  },
  close: jest.fn(),
}
const mockPaths: string[] = []
jest.mock('@/platform/event-source', () => ({
  openEvents: (path: string) => {
    mockPaths.push(path)
    return mockChannel
  },
}))
const emit = (data: unknown) => act(() => mockChannel.listeners.get('board')?.({ data: JSON.stringify(data) }))
const answer = (part: Parameters<typeof board>[0] = {}) => answerWith({ 'board.show': ok<'board.show'>(board(part)) })

beforeEach(() => {
  mockPaths.length = 0
  openedWith({ org: '610303001002' })
})

test('shows ten things with light and word, and the orders of the month', async () => {
  answer()
  render(<BoardPage />)
  expect(await screen.findByText('装路灯第 10 期')).toBeInTheDocument()
  expect(screen.getAllByText('正常')).toHaveLength(10)
  expect(screen.getAllByText('下一步 12 月 1 日 装完')).toHaveLength(10)
  expect(screen.getAllByText('40% · 部分未报')).toHaveLength(10)
  expect(screen.getByText('42')).toBeInTheDocument()
  expect(screen.getByText('26 人评，覆盖 86.7%')).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: /^东关社区 · 2026 年十件实事/ })).toBeInTheDocument()
  expect(screen.getAllByRole('link', { name: /^装路灯第/ })).toHaveLength(10)
})

test('shows what was finished last with its photo, and the district’s own days without a report', async () => {
  const photo = {
    id: 'f1',
    url: '/api/v1/files/f1?v=1',
    thumbnailUrl: '/api/v1/files/f1?v=2',
    mime: 'image/jpeg' as const,
  }
  const [first, ...others] = board().pledges as [BoardPledge, ...BoardPledge[]]
  answer({
    latestFinished: { number: 3, title: '给老楼装扶手', at: '2026-11-20T10:00:00+08:00', photo },
    pledges: [{ ...first, isStale: true, staleDays: 45 }, ...others],
  })
  render(<BoardPage />)
  const shown = await screen.findByRole('img', { name: '“给老楼装扶手”办成的照片' })
  expect(shown).toHaveAttribute('src', 'http://api.test/api/v1/files/f1?v=1')
  expect(screen.getByText('40% · 部分未报 · 超过 45 天没有更新')).toBeInTheDocument()
})

test('follows what happens, and keeps what is known with its time when the server is away', async () => {
  answer()
  const { unmount } = render(<BoardPage />)
  await screen.findByText('装路灯第 1 期')
  expect(mockPaths).toEqual(['/board/610303001002/stream'])
  const [first, ...others] = board().pledges
  emit(
    board({
      asOf: '2026-11-25T15:00:00+08:00',
      pledges: [{ ...(first as NonNullable<typeof first>), progress: 75, isPartlyReported: false }, ...others],
    }),
  )
  expect(screen.getByText('75%')).toBeInTheDocument()
  expect(screen.getByText('实时更新 · 15:00')).toBeInTheDocument()
  act(() => mockChannel.onerror?.())
  expect(screen.getByText('连接断开，显示的是 15:00 的数据，正在重新连接')).toBeInTheDocument()
  expect(screen.getByText('75%')).toBeInTheDocument()
  unmount()
  expect(mockChannel.close).toHaveBeenCalled()
})

test('what is late says so, another year is named, and the street’s grades stand there', async () => {
  const [first, second, ...others] = board().pledges as [BoardPledge, BoardPledge, ...BoardPledge[]]
  answer({
    list: { id: 'l1', state: 'closed', grade: 91 },
    pledges: [
      { ...first, nextMilestone: { title: '立项', dueOn: '2026-11-24' } },
      { ...second, nextMilestone: { title: '装完', dueOn: '2027-01-24' }, light: 'blue', lightWord: '办结', grade: 88 },
      ...others,
    ],
  })
  render(<BoardPage />)
  expect(await screen.findByText('原定 11 月 24 日 立项，还没完成')).toBeInTheDocument()
  expect(screen.getByText('下一步 2027 年 1 月 24 日 装完')).toBeInTheDocument()
  expect(screen.getByText('街道评 88 分')).toBeInTheDocument()
  expect(screen.getByText('街道（镇）给全年打了 91 分')).toBeInTheDocument()
  expect(screen.getByText('全年办成 1 件，共 10 件')).toBeInTheDocument()
})

test('a stream that is refused again and again is replaced by asking', async () => {
  answer()
  render(<BoardPage />)
  await screen.findByText('装路灯第 1 期')
  jest.useFakeTimers()
  try {
    act(() => mockChannel.onerror?.())
    await act(() => jest.advanceTimersByTimeAsync(1_000))
    answer({ asOf: '2026-11-25T14:20:00+08:00' })
    act(() => mockChannel.onerror?.())
    await act(() => jest.advanceTimersByTimeAsync(0))
    expect(screen.getByText('每半分钟更新 · 14:20')).toBeInTheDocument()
  } finally {
    jest.useRealTimers()
  }
})

test('a start without a server shows the last that this device saw', async () => {
  answer()
  const first = render(<BoardPage />)
  await screen.findByText('装路灯第 1 期')
  first.unmount()
  answerWith({ 'board.show': () => problem(503, 'unavailable', '系统繁忙') })
  render(<BoardPage />)
  expect(await screen.findByText('装路灯第 1 期')).toBeInTheDocument()
  expect(screen.getByText(/连接断开，显示的是 14:05 的数据/)).toBeInTheDocument()
})

test('a district without things of its own shows its streets', async () => {
  const org = { code: '610303001', name: '西关街道', level: 'street' as const }
  const lights = { green: 7, yellow: 2, red: 0, blue: 1, grey: 0 }
  answer({ pledges: [], list: null, children: [{ org, pledges: 10, lights }], parent: null })
  render(<BoardPage />)
  expect(await screen.findByText('各街道（镇）')).toBeInTheDocument()
  expect(screen.getByText('正常 7')).toBeInTheDocument()
  expect(screen.queryByText('超期 0')).not.toBeInTheDocument()
})

test('without an org it is that of one’s own community', async () => {
  openedWith({})
  signInAs()
  answer()
  render(<BoardPage />)
  await screen.findByText('装路灯第 1 期')
  expect(mockPaths).toEqual(['/board/610303001002/stream'])
})
