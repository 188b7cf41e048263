import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Org } from '@xinban/shared/contracts'
import { answerWith, ok, problem, sentTo, signInAs, staff } from '../../../test/api-double'
import { district, editable, editor, managed, offerable } from '../../../test/catalogue-double'
import { openedWith } from '../../../test/taro'
import ItemOffers from './offers'
import OwnOffers from './own-offers'

const toggle = (name: RegExp) => screen.findByRole('switch', { name })

describe('what a community offers itself', () => {
  const list = (...items: ReturnType<typeof offerable>[]) => ok<'service-items.offerable'>({ items, nextCursor: null })

  beforeEach(() => signInAs([staff]))

  test('is switched on at once', async () => {
    answerWith({
      'service-items.offerable': list(offerable()),
      'service-items.offer': ok<'service-items.offer'>(managed()),
    })
    render(<OwnOffers />)
    await userEvent.click(await toggle(/高龄津贴/))
    await waitFor(async () => expect(await toggle(/高龄津贴/)).toHaveAttribute('aria-checked', 'true'))
    expect(sentTo('service-items.offer')[0]?.url).toMatch(/\/i1\/offers\/610303001002$/)
    expect(screen.getByText('正在提供')).toBeInTheDocument()
  })

  test('goes back to where it was, with the reason, when it could not be saved', async () => {
    answerWith({
      'service-items.offerable': list(offerable({ isOfferedHere: true, allowedActions: ['stop-offering'] })),
      'service-items.stop-offering': () => new Error('request:fail timeout'),
    })
    render(<OwnOffers />)
    await userEvent.click(await toggle(/高龄津贴/))
    expect(await screen.findByText('没有改成：网络不通，请检查网络后再试')).toHaveAttribute('role', 'alert')
    expect(await toggle(/高龄津贴/)).toHaveAttribute('aria-checked', 'true')
  })

  test('counts as stopped when somebody stopped it before', async () => {
    answerWith({
      'service-items.offerable': list(offerable({ isOfferedHere: true, allowedActions: ['stop-offering'] })),
      'service-items.stop-offering': () => problem(409, 'wrong_state', '这个组织没有单独提供这项服务'),
    })
    render(<OwnOffers />)
    await userEvent.click(await toggle(/高龄津贴/))
    expect(await screen.findByText('没有提供，居民点不到')).toBeInTheDocument()
    expect(screen.queryByText(/没有改成/)).not.toBeInTheDocument()
  })

  test('has no switch where the district offers it anyway', async () => {
    answerWith({ 'service-items.offerable': list(offerable({ offeredAbove: [district], allowedActions: [] })) })
    render(<OwnOffers />)
    expect(await screen.findByText('金台区已经统一提供，居民都能点')).toBeInTheDocument()
    expect(screen.queryByRole('switch')).not.toBeInTheDocument()
  })

  test('is nothing for the district’s administrator', () => {
    signInAs([editor])
    answerWith({})
    render(<OwnOffers />)
    expect(screen.getByText('这里由街道和社区的工作人员调整')).toBeInTheDocument()
  })
})

describe('who offers an item', () => {
  const org = (code: string, name: string, level: Org['level']): Org => ({
    ...{
      code,
      name,
      level,
      parentCode: null,
      servicePhone: null,
      validUntil: null,
      successorCode: null,
      isDemo: false,
    },
  })
  const street = org('610303001', '东街街道', 'street')
  const community = org('610303001002', '东关社区', 'community')
  const orgs = ok<'orgs.list'>({ items: [street], nextCursor: null })

  beforeEach(() => {
    signInAs([editor])
    openedWith({ id: 'i1' })
  })

  test('the district stops only after a question that says whom it meets', async () => {
    answerWith({
      'service-items.edit': ok<'service-items.edit'>(editable()),
      'orgs.list': orgs,
      'service-items.stop-offering': ok<'service-items.stop-offering'>(managed({ offeredBy: [] })),
    })
    render(<ItemOffers />)
    expect(await screen.findByText('全区已经统一提供')).toBeInTheDocument()
    await userEvent.click(await toggle(/金台区（全区）/))
    expect(await screen.findByText(/停了以后全区居民都点不到/)).toBeInTheDocument()
    expect(sentTo('service-items.stop-offering')).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: '停止提供' }))
    expect(await screen.findByText('还没有单位提供，居民点不到这项服务。')).toBeInTheDocument()
    expect(await toggle(/东街街道/)).toHaveAttribute('aria-checked', 'false')
  })

  test('a community is chosen under its street', async () => {
    answerWith({
      'service-items.edit': ok<'service-items.edit'>(editable({ offeredBy: [] })),
      'orgs.list': ({ url }) => ({
        statusCode: 200,
        data: { items: [url.includes('level=community') ? community : street], nextCursor: null },
      }),
      'service-items.offer': ok<'service-items.offer'>(managed()),
    })
    render(<ItemOffers />)
    await userEvent.click(await screen.findByRole('button', { name: '东街街道，看社区（村）' }))
    await userEvent.click(await toggle(/东关社区/))
    await waitFor(() => expect(sentTo('service-items.offer')[0]?.url).toMatch(/\/offers\/610303001002$/))
    await userEvent.click(await screen.findByRole('button', { name: '东街街道，收起社区（村）' }))
    expect(screen.getByText('看社区（村）：1 个单独提供')).toBeInTheDocument()
  })
})
