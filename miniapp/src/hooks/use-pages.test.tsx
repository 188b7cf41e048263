import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { OrderSummary } from '@xinban/shared/contracts'
import { answerWith, sentTo, signInAs, summary } from '../../test/api-double'
import { usePages } from './use-pages'

/** A list on the server, newest first, in pages of twenty or of what is asked for. */
let onServer: OrderSummary[] = []
const orders = (count: number) =>
  Array.from({ length: count }, (_, index) => summary({ id: `o${index}`, title: `第 ${index} 个` }))

function List() {
  const { items, loadMore, reload } = usePages('orders.list', { view: 'mine' })
  return (
    <>
      <p>{`${items.length} 个，${items[0]?.title ?? '无'}`}</p>
      <button onClick={loadMore}>more</button>
      <button onClick={() => void reload()}>again</button>
    </>
  )
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  signInAs()
  answerWith({
    'orders.list': ({ url }) => {
      const { searchParams } = new URL(url)
      const from = Number(searchParams.get('cursor') ?? 0)
      const to = from + Number(searchParams.get('limit') ?? 20)
      const nextCursor = to < onServer.length ? String(to) : null
      return { statusCode: 200, data: { items: onServer.slice(from, to), nextCursor } }
    },
  })
})

test('coming back refreshes in place what was loaded, by one request', async () => {
  onServer = orders(50)
  render(<List />)
  await screen.findByText('20 个，第 0 个')
  await press('more')
  await screen.findByText('40 个，第 0 个')
  onServer = [summary({ id: 'new', title: '新的' }), ...onServer]
  await press('again')
  expect(await screen.findByText('40 个，新的')).toBeInTheDocument()
  expect(sentTo('orders.list')).toHaveLength(3)
  await press('more')
  expect(await screen.findByText('51 个，新的')).toBeInTheDocument()
})

test('what went away is gone, and of more than a hundred the rest stays', async () => {
  onServer = orders(130)
  render(<List />)
  await screen.findByText('20 个，第 0 个')
  for (const loaded of [40, 60, 80, 100, 120]) {
    await press('more')
    await screen.findByText(`${loaded} 个，第 0 个`)
  }
  await press('again')
  expect(await screen.findByText('120 个，第 0 个')).toBeInTheDocument()
  onServer = orders(3)
  await press('again')
  expect(await screen.findByText('3 个，第 0 个')).toBeInTheDocument()
})
