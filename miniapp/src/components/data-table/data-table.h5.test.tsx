import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { DataTable } from './data-table'
import type { DataTableProps } from './data-table.types'

interface Row {
  id: string
  name: string
  isDone: boolean
}
const rows: Row[] = [
  { id: 'a', name: '路灯', isDone: false },
  { id: 'b', name: '井盖', isDone: true },
  { id: 'c', name: '积雪', isDone: false },
]
const onOpen = jest.fn<void, [Row]>()
const onChoose = jest.fn<void, [readonly string[], boolean]>()

function open(part: Partial<DataTableProps<Row>> = {}) {
  const columns: DataTableProps<Row>['columns'] = [
    { key: 'name', heading: '名称', cell: ({ name }) => name, title: ({ name }) => name },
    { key: 'done', heading: '好了没有', cell: ({ isDone }) => (isDone ? '好了' : '还没有') },
  ]
  const hrefOf = ({ id }: Row) => `/one?id=${id}`
  return render(<DataTable {...{ label: '单子', rows, columns, hrefOf, onOpen }} {...part} />)
}
const link = (name: string) => screen.getByRole('link', { name })

test('is a table with a name, heads of columns and of rows, and one link a row', async () => {
  open({ openId: 'b' })
  const table = within(screen.getByRole('table', { name: '单子' }))
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['名称', '好了没有'])
  expect(table.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['路灯', '井盖', '积雪'])
  expect(link('井盖')).toHaveAttribute('aria-current', 'true')
  await userEvent.click(link('积雪'))
  expect(onOpen).toHaveBeenCalledWith(rows[2])
})

test('one stop for the Tab key; arrows, Home and End go along the rows, and Enter opens', async () => {
  open()
  await userEvent.tab()
  expect(link('路灯')).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  expect(link('积雪')).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  expect(link('井盖')).toHaveFocus()
  await userEvent.keyboard('{Home}')
  expect(link('路灯')).toHaveFocus()
  await userEvent.keyboard('{End}{Enter}')
  expect(onOpen).toHaveBeenCalledWith(rows[2])
  await userEvent.tab()
  expect(document.body).toHaveFocus()
  await userEvent.tab({ shift: true })
  expect(link('积雪')).toHaveFocus()
})

test('where someone else hears the keys, the arrows are left alone', async () => {
  open({ currentId: 'b' })
  await userEvent.tab()
  expect(link('井盖')).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}')
  expect(link('井盖')).toHaveFocus()
})

test('a column that orders the list says how, and asks for the other way', async () => {
  const onSort = jest.fn()
  const name = { key: 'name', heading: '名称', cell: (row: Row) => row.name }
  const age = { key: 'age', heading: '提交', cell: () => '今天' }
  const { rerender } = open({ columns: [name, { ...age, sort: { direction: 'descending', onSort } }] })
  expect(screen.getByRole('columnheader', { name: '提交' })).toHaveAttribute('aria-sort', 'descending')
  expect(screen.getByRole('columnheader', { name: '名称' })).not.toHaveAttribute('aria-sort')
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  expect(onSort).toHaveBeenCalledTimes(1)
  const columns = [name, { ...age, sort: { direction: undefined, onSort } }]
  rerender(<DataTable {...{ label: '单子', rows, columns, onOpen }} hrefOf={() => '/'} />)
  expect(screen.getByRole('columnheader', { name: '提交' })).toHaveAttribute('aria-sort', 'none')
})

test('only what can be chosen has a box, and the head chooses all of it', async () => {
  const selection = {
    ...{ chosen: new Set(['a']), onChoose },
    canChoose: ({ isDone }: Row) => !isDone,
    nameOf: ({ name }: Row) => name,
  }
  open({ selection })
  expect(screen.getByRole('checkbox', { name: '选上：路灯' })).toBeChecked()
  expect(screen.queryByRole('checkbox', { name: '选上：井盖' })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('checkbox', { name: '选上：积雪' }))
  expect(onChoose).toHaveBeenLastCalledWith(['c'], true)
  expect(screen.getByRole('checkbox', { name: '全选本页' })).not.toBeChecked()
  await userEvent.click(screen.getByRole('checkbox', { name: '全选本页' }))
  expect(onChoose).toHaveBeenLastCalledWith(['a', 'c'], true)
})
