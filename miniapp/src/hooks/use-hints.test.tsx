import { act, fireEvent, render, screen } from '@testing-library/react'
import { answerWith, ok, sentTo, signInAs, summary } from '../../test/api-double'
import { useHints } from './use-hints'

interface SideProps {
  title: string | null
  mayMove?: boolean
}

/** What useHints answers, as text. */
function Side({ title, mayMove = true }: SideProps) {
  const options = title === null ? null : { query: { communityCode: '610303001002', title } }
  const hints = useHints('orders.similar', options, {
    mayMove: () => Promise.resolve(mayMove),
    shapeOf: ({ items }) => items.map(({ order }) => order.id).join(),
  })
  const tell = (answer: typeof hints.shown) => answer?.items.map(({ order }) => order.title).join() ?? 'nothing'
  return (
    <>
      <p>shown: {tell(hints.shown)}</p>
      <p>waiting: {tell(hints.waiting)}</p>
      <button onClick={hints.reveal}>reveal</button>
    </>
  )
}

const found = (...titles: string[]) =>
  ok<'orders.similar'>({
    items: titles.map((title) => ({ order: summary({ id: title, title }), score: 0.5, isMine: false })),
  })
const rest = (ms = 600) => act(() => jest.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  jest.useFakeTimers()
  signInAs()
})
afterEach(() => jest.useRealTimers())

test('asks once, when the person rests', async () => {
  answerWith({ 'orders.similar': found('灯不亮') })
  const { rerender } = render(<Side title={null} />)
  for (const title of ['楼道', '楼道灯', '楼道灯不亮']) {
    rerender(<Side title={title} />)
    await rest(200)
  }
  expect(sentTo('orders.similar')).toHaveLength(0)
  await rest()
  expect(sentTo('orders.similar').map(({ url }) => new URL(url).searchParams.get('title'))).toEqual(['楼道灯不亮'])
  expect(screen.getByText('shown: 灯不亮')).toBeInTheDocument()
})

test('an answer to words that are no longer there is dropped', async () => {
  const pending: (() => void)[] = []
  const late = { then: (done: (reply: unknown) => void) => pending.push(() => done(found('旧的')({} as never))) }
  answerWith({
    'orders.similar': ({ url }) =>
      (url.includes(encodeURIComponent('旧')) ? late : found('新的')({} as never)) as never,
  })
  const { rerender } = render(<Side title="旧的话" />)
  await rest()
  rerender(<Side title="新的话" />)
  await rest()
  await act(async () => {
    pending.forEach((answer) => answer())
    await jest.advanceTimersByTimeAsync(0)
  })
  expect(pending).toHaveLength(1)
  expect(screen.getByText('shown: 新的')).toBeInTheDocument()
})

test('a failure is silent', async () => {
  answerWith({ 'orders.similar': () => new Error('request:fail') })
  render(<Side title="楼道灯不亮" />)
  await rest()
  expect(sentTo('orders.similar')).toHaveLength(1)
  expect(screen.getByText('shown: nothing')).toBeInTheDocument()
})

test('what would move the person’s place waits until it is asked for', async () => {
  answerWith({ 'orders.similar': found('灯不亮') })
  render(<Side title="楼道灯不亮" mayMove={false} />)
  await rest()
  expect(screen.getByText('shown: nothing')).toBeInTheDocument()
  expect(screen.getByText('waiting: 灯不亮')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: 'reveal' }))
  expect(screen.getByText('shown: 灯不亮')).toBeInTheDocument()
  expect(screen.getByText('waiting: nothing')).toBeInTheDocument()
})

test('an answer of the same shape takes the place of the one before at once', async () => {
  answerWith({ 'orders.similar': found('灯不亮') })
  const { rerender } = render(<Side title="楼道灯不亮" />)
  await rest()
  const same = summary({ id: '灯不亮', title: '灯不亮了' })
  answerWith({ 'orders.similar': ok<'orders.similar'>({ items: [{ order: same, score: 0.6, isMine: false }] }) })
  rerender(<Side title="楼道灯不亮了" mayMove={false} />)
  await rest()
  expect(screen.getByText('shown: 灯不亮了')).toBeInTheDocument()
})
