import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Membership } from '@xinban/shared/contracts'
import { answerWith, ok, order, problem, sentTo, signInAs, summary } from '../../../../test/api-double'
import Tasks from './index'

const housing = { code: '610303-D1', name: '区住建局', level: 'unit' as const }
const staff: Membership = { id: 'm8', role: 'unit_staff', org: housing }
const none = { items: [], nextCursor: null }

test('what a department asked for stands there; an unfinished form says what is missing and sends nothing', async () => {
  signInAs([staff])
  answerWith({
    'tasks.list': ok<'tasks.list'>({ ...none, items: [summary({ title: '贴消防提示', ownerOrg: housing })] }),
    'tasks.place': ok<'tasks.place'>(order({ ownerOrg: housing })),
    'orgs.list': ok<'orgs.list'>(none),
  })
  render(<Tasks />)
  expect(await screen.findByText('贴消防提示')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '发布任务' }))
  fireEvent.change(screen.getByLabelText(/^要做什么/), { target: { value: '请人发传单' } })
  await userEvent.click(screen.getByRole('button', { name: '送街道审单' }))
  await waitFor(() => expect(screen.getByText('请写清时间、人数和要求')).toBeInTheDocument())
  expect(screen.getByText('请选择在哪个社区')).toBeInTheDocument()
  expect(sentTo('tasks.place')).toHaveLength(0)
  await userEvent.click(screen.getByRole('button', { name: '取消' }))
  expect(screen.getByRole('button', { name: '发布任务' })).toBeInTheDocument()
})

test('a unit that is no department is told who can', async () => {
  signInAs([staff])
  answerWith({ 'tasks.list': () => problem(403, 'forbidden', '任务由区里的部门来发布；请联系区管理员') })
  render(<Tasks />)
  expect(await screen.findByText(/任务由区里的部门来发布/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '发布任务' })).not.toBeInTheDocument()
})
