import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Template } from '@xinban/shared/contracts'
import { answerWith, ok, order, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import Act from '../act/index'
import Templates from './index'

const template = (part: Partial<Template> = {}): Template => ({
  ...{ id: 't1', org: staff.org, purpose: 'fulfil', text: '灯已换好，试过能亮。', useCount: 3, version: 2 },
  allowedActions: ['update', 'remove'],
  ...part,
})
const fromAbove = template({
  id: 't2',
  org: { code: '610303', name: '金台区', level: 'district' },
  text: '已经办好，请评一评。',
  allowedActions: [],
})
const list = (...items: Template[]) => ok<'templates.list'>({ items })
const nothing = () => ({ statusCode: 204, data: '' })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => signInAs([staff]))

describe('in a form', () => {
  const note = () => screen.findByRole('textbox', { name: /^办得怎么样/ })
  function open(handlers: Parameters<typeof answerWith>[0]) {
    openedWith({ id: 'o1', action: 'fulfil' })
    answerWith({
      'orders.show': ok<'orders.show'>(order({ status: 'in_progress', allowedActions: ['fulfil'] })),
      'templates.list': list(template(), fromAbove),
      'templates.use': nothing,
      ...handlers,
    })
    render(<Act />)
  }

  test('a kept reply joins what was typed, and the use is counted', async () => {
    open({})
    await userEvent.type(await note(), '今天上午')
    expect(sentTo('templates.list')).toHaveLength(0)
    await press('常用回复')
    expect(await screen.findByRole('button', { name: '已经办好，请评一评。（金台区）' })).toBeInTheDocument()
    await press('灯已换好，试过能亮。')
    expect(await note()).toHaveValue('今天上午灯已换好，试过能亮。')
    expect(screen.queryByRole('group', { name: '选一条常用回复' })).not.toBeInTheDocument()
    await waitFor(() => expect(sentTo('templates.use').map(({ url }) => url)).toEqual([expect.stringContaining('t1')]))
    expect(sentTo('templates.list')[0]?.url).toContain('membershipId=m1&purpose=fulfil')
  })

  test('what is typed is kept for the next time; when it is there already that is said, and nothing is lost', async () => {
    let isTaken = false
    open({
      'templates.create': () =>
        isTaken
          ? problem(409, 'already_exists', '已经有一条一样的常用回复了，不用再存')
          : { statusCode: 201, data: template() },
    })
    await note()
    expect(screen.queryByRole('button', { name: '存为常用' })).not.toBeInTheDocument()
    await userEvent.type(await note(), '阀门已换')
    await press('存为常用')
    await waitFor(() =>
      expect(sentTo('templates.create')[0]?.data).toEqual({ membershipId: 'm1', purpose: 'fulfil', text: '阀门已换' }),
    )
    isTaken = true
    await press('存为常用')
    await waitFor(() => expect(sentTo('templates.create')).toHaveLength(2))
    expect(await note()).toHaveValue('阀门已换')
  })

  test('nothing kept yet says how to keep something', async () => {
    open({ 'templates.list': list() })
    await note()
    await press('常用回复')
    expect(await screen.findByText('还没有常用回复')).toBeInTheDocument()
  })

  test('when they cannot be fetched the form goes on', async () => {
    open({ 'templates.list': () => problem(503, 'unavailable', '系统繁忙，请稍等') })
    await userEvent.type(await note(), '办好了')
    await press('常用回复')
    expect(await screen.findByText('系统繁忙，请稍等')).toBeInTheDocument()
    expect(await note()).toHaveValue('办好了')
  })
})

describe('the page', () => {
  test('adds one for the purpose that is open', async () => {
    answerWith({ 'templates.list': list(), 'templates.create': ok<'templates.create'>(template()) })
    openedWith({ purpose: 'decline' })
    render(<Templates />)
    expect(await screen.findByText('还没有常用回复')).toBeInTheDocument()
    await press('加一条')
    await press('保存')
    expect(screen.getByText('请写一句话')).toBeInTheDocument()
    await userEvent.type(screen.getByRole('textbox', { name: /^怎么说/ }), '不在本社区')
    await press('保存')
    await waitFor(() => expect(sentTo('templates.list')).toHaveLength(2))
    const body = { membershipId: 'm1', purpose: 'decline', text: '不在本社区' }
    expect(sentTo('templates.create')[0]?.data).toEqual(body)
  })

  test('changes own ones with the version that was seen; those from above can only be read', async () => {
    answerWith({
      'templates.list': list(template(), fromAbove),
      'templates.update': () => problem(409, 'already_exists', '已经有一条一样的常用回复了，不用再存'),
    })
    openedWith({ purpose: 'fulfil' })
    render(<Templates />)
    expect(await screen.findByText('金台区提供 · 用过 3 次')).toBeInTheDocument()
    expect(screen.getAllByRole('button', { name: /^修改/ })).toHaveLength(1)
    await press(/^修改：灯已换好/)
    const field = screen.getByRole('textbox', { name: /^怎么说/ })
    await userEvent.type(field, '谢谢')
    await press('保存')
    expect(await screen.findByText('已经有一条一样的常用回复了，不用再存')).toBeInTheDocument()
    expect(field).toHaveValue('灯已换好，试过能亮。谢谢')
    expect(sentTo('templates.update')[0]?.header['if-match']).toBe('"2"')
  })

  test('deleting asks first', async () => {
    answerWith({ 'templates.list': list(template()), 'templates.remove': nothing })
    openedWith({ purpose: 'fulfil' })
    render(<Templates />)
    await userEvent.click(await screen.findByRole('button', { name: /^删除/ }))
    expect(sentTo('templates.remove')).toHaveLength(0)
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '删除' }))
    await waitFor(() => expect(sentTo('templates.remove')).toHaveLength(1))
    await waitFor(() => expect(sentTo('templates.list')).toHaveLength(2))
  })

  test('residents and auditors are told whom it is for', () => {
    signInAs()
    answerWith({})
    render(<Templates />)
    expect(screen.getByText('你的身份用不到常用回复')).toBeInTheDocument()
  })
})
