import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { OrderAction, OrderStatus } from '@xinban/shared/domain'
import { answerWith, ok, order, sentTo, signInAs, staff } from '../../../../test/api-double'
import { answerUploads, choose, kept } from '../../../../test/photos'
import { openedWith } from '../../../../test/taro'
import Act from './index'

function open(action: OrderAction, allowedActions: OrderAction[], status: OrderStatus = 'in_progress') {
  signInAs([staff])
  openedWith({ id: 'o1', action })
  answerWith({
    'orders.show': ok<'orders.show'>(order({ status, allowedActions })),
    [`orders.${action}`]: ok<'orders.show'>(order({ version: 4 })),
  })
  render(<Act />)
}

test('an action that the server does not allow has no form', async () => {
  open('fulfil', ['progress'])
  expect(await screen.findByText('现在不能这样做')).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
})

test('the result goes with its photos', async () => {
  const uploads = answerUploads(() => kept(`f${uploads.length}`))
  open('fulfil', ['fulfil'])
  await userEvent.type(await screen.findByRole('textbox', { name: /^办得怎么样/ }), '灯已换好')
  await choose('拍照', {})
  await screen.findByText('已有 1 张，最多 9 张')
  await choose('从相册选', {})
  await screen.findByText('已有 2 张，最多 9 张')
  await userEvent.click(screen.getByRole('button', { name: '办结' }))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(sentTo('orders.fulfil')[0]?.data).toEqual({ note: '灯已换好', attachments: ['f1', 'f2'] })
})

test('volunteers are called under the title that the street checked, not under what was asked', async () => {
  signInAs([staff])
  openedWith({ id: 'o1', action: 'call-volunteers' })
  const wish = { title: '想把灯修亮', category: 'repair', state: 'claimed', days: 2, isPriority: false } as const
  const shown = order({ status: 'in_progress', title: '王奶奶家灯不亮', wish, allowedActions: ['call-volunteers'] })
  answerWith({
    'orders.show': ok<'orders.show'>(shown),
    'orders.call-volunteers': ok<'orders.show'>(order({ version: 4 })),
  })
  render(<Act />)
  const title = await screen.findByRole('textbox', { name: /^做什么/ })
  expect(title).toHaveValue('想把灯修亮')
  await userEvent.type(title, ' 3 号楼')
  await userEvent.type(screen.getByRole('textbox', { name: /^在哪里集合/ }), '活动室')
  await userEvent.click(screen.getByRole('button', { name: '召集志愿者' }))
  expect(await screen.findByText(/活动标题里不能写到门牌/)).toBeInTheDocument()
  expect(sentTo('orders.call-volunteers')).toEqual([])
  await userEvent.clear(title)
  await userEvent.type(title, '一起把灯修亮')
  await userEvent.click(screen.getByRole('button', { name: '召集志愿者' }))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(sentTo('orders.call-volunteers')[0]?.data).toMatchObject({
    ...{ title: '一起把灯修亮', place: '活动室', capacity: 5 },
  })
})

test('sending back for rework takes no photos', async () => {
  open('rework', ['rework'], 'fulfilled')
  await screen.findByRole('textbox', { name: /^哪里要返工/ })
  expect(screen.queryByText('照片')).not.toBeInTheDocument()
})

test('declining needs a reason and words', async () => {
  open('decline', ['decline'], 'submitted')
  await userEvent.click(await screen.findByRole('button', { name: '提交街道审' }))
  expect(screen.getByText('请选择退单原因')).toBeInTheDocument()
  expect(screen.getByText('请写明情况，街道据此决定')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: /重复/ }))
  await userEvent.type(screen.getByRole('textbox', { name: /^说明/ }), '同一件事昨天已报')
  await userEvent.click(screen.getByRole('button', { name: '提交街道审' }))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(sentTo('orders.decline')[0]?.data).toEqual({ reason: 'duplicate', note: '同一件事昨天已报' })
})

test('grading adds up, refuses more than a part can score, and sends four numbers', async () => {
  open('grade', ['grade'], 'rated')
  const part = (name: RegExp) => screen.getByRole('textbox', { name })
  await userEvent.type(await screen.findByRole('textbox', { name: /^及时/ }), '30')
  await userEvent.type(part(/^质量/), '41')
  await userEvent.type(part(/^凭证/), '10')
  await userEvent.type(part(/^沟通/), '15')
  await userEvent.click(screen.getByRole('button', { name: '提交评单' }))
  expect(screen.getByText('请填 0 到 40 的整数')).toBeInTheDocument()
  expect(sentTo('orders.grade')).toHaveLength(0)
  await userEvent.clear(part(/^质量/))
  await userEvent.type(part(/^质量/), '40')
  expect(screen.getByText('合计 95 分，满分 100 分')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '提交评单' }))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(sentTo('orders.grade')[0]?.data).toEqual({
    scores: { timeliness: 30, quality: 40, evidence: 10, communication: 15 },
  })
})

test('members are offered by load, and the chosen one is sent', async () => {
  signInAs([staff])
  openedWith({ id: 'o1', action: 'dispatch' })
  const member = {
    role: 'grid_worker' as const,
    org: { code: '610303001002001', name: '第一网格', level: 'grid' as const },
  }
  answerWith({
    'orders.show': ok<'orders.show'>(order({ status: 'accepted', allowedActions: ['dispatch'] })),
    'orders.targets': ok<'orders.targets'>({
      members: [
        { ...member, id: 'free', name: '赵**', openOrders: 1 },
        { ...member, id: 'busy', name: '王**', openOrders: 4 },
      ],
      grids: [
        { code: '610303001002002', name: '第二网格', level: 'grid', openOrders: 0 },
        { ...member.org, openOrders: 5 },
      ],
      units: [],
    }),
    'orders.dispatch': ok<'orders.dispatch'>(order({ version: 4 })),
  })
  render(<Act />)
  await screen.findByText(/手上 1 件/)
  const names = screen.getAllByRole('radio', { name: /\*\*/ })
  expect(names[0]).toBe(screen.getByRole('radio', { name: /赵/ }))
  await userEvent.click(screen.getByRole('radio', { name: /赵/ }))
  await userEvent.click(screen.getByRole('button', { name: '派单' }))
  await waitFor(() => expect(sentTo('orders.dispatch')[0]?.data).toEqual({ memberId: 'free' }))
  await userEvent.click(screen.getByRole('radio', { name: /^网格/ }))
  expect(screen.getByText('手上 5 件')).toBeInTheDocument()
  expect(screen.getByText('手上 0 件')).toBeInTheDocument()
  expect(sentTo('orders.targets')).toHaveLength(1)
})

test('whoever was chosen last stands first the next time', async () => {
  signInAs([staff])
  openedWith({ id: 'o1', action: 'dispatch' })
  const grid = (code: string, name: string, openOrders: number) => ({ code, name, level: 'grid' as const, openOrders })
  answerWith({
    'orders.show': ok<'orders.show'>(order({ status: 'accepted', allowedActions: ['dispatch'] })),
    'orders.targets': ok<'orders.targets'>({
      members: [],
      grids: [grid('610303001002002', '第二网格', 0), grid('610303001002001', '第一网格', 3)],
      units: [],
    }),
    'orders.dispatch': ok<'orders.dispatch'>(order({ version: 4 })),
  })
  const { unmount } = render(<Act />)
  await userEvent.click(await screen.findByRole('radio', { name: /^网格/ }))
  await userEvent.click(screen.getByRole('radio', { name: /第一网格/ }))
  await userEvent.click(screen.getByRole('button', { name: '派单' }))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  unmount()
  render(<Act />)
  expect(await screen.findByText('手上 3 件 · 上次派给')).toBeInTheDocument()
  const names = screen.getAllByRole('radio', { name: /第.网格/ })
  expect(names[0]).toBe(screen.getByRole('radio', { name: /第一网格/ }))
})
