import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { ServiceItemSummary } from '@xinban/shared/contracts'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import { rememberSearch } from './last-search'
import Catalogue from './index'

// Half a second of rest before each question, on machines that may be busy.
jest.setTimeout(20_000)
const patience = { timeout: 8000 }
const item = (id: string, name: string): ServiceItemSummary => ({
  ...{ id, name, kind: 'service', category: '福利', summary: '按月发放', offeredBy: [], isDemo: true },
})
const all = { items: [item('i1', '高龄津贴'), item('i2', '水电小修')], nextCursor: null }
const one = { items: [item('i1', '高龄津贴')], nextCursor: null }

function open(found: typeof all | (() => ReturnType<typeof problem>) = one) {
  answerWith({
    'site.show': ok<'site.show'>({ isDemo: true, district: null, demoAccounts: [], signInProviders: ['demo'] }),
    'service-items.list': (sent) => {
      if (!sent.url.includes('q=')) return { statusCode: 200, data: all }
      return typeof found === 'function' ? found() : { statusCode: 200, data: found }
    },
  })
  return render(<Catalogue />)
}
const box = () => screen.getByLabelText('找服务', { selector: 'input' })
const questions = () => sentTo('service-items.list').flatMap(({ url }) => new URL(url).searchParams.get('q') ?? [])

beforeEach(() => {
  signInAs()
  openedWith({})
  rememberSearch('')
})

test('everyday words find a guide, and are asked once the person rests', async () => {
  open()
  expect(await screen.findByText('水电小修')).toBeInTheDocument()
  await userEvent.type(box(), '老人补贴')
  expect(await screen.findByText('找到 1 项', {}, patience)).toHaveAttribute('role', 'status')
  expect(questions()).toEqual(['老人补贴'])
  expect(screen.queryByText('水电小修')).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('link', { name: /高龄津贴/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/guide/index?id=i1' })
})

test('clearing shows everything again', async () => {
  open()
  await userEvent.type(box(), '老人补贴')
  await screen.findByText('找到 1 项', {}, patience)
  await userEvent.click(screen.getByRole('button', { name: '清空搜索' }))
  expect(box()).toHaveValue('')
  expect(await screen.findByText('水电小修')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '清空搜索' })).not.toBeInTheDocument()
})

test('the search is there again on return, but not for another person', async () => {
  const { unmount } = open()
  await userEvent.type(box(), '老人补贴')
  unmount()
  const again = open()
  expect(box()).toHaveValue('老人补贴')
  expect(await screen.findByText('找到 1 项', {}, patience)).toBeInTheDocument()
  again.unmount()
  const { session } = await import('@/platform/session')
  session.end()
  open()
  expect(box()).toHaveValue('')
})

test('where nothing is found, the words are carried into one’s own order', async () => {
  open({ items: [], nextCursor: null })
  await userEvent.type(box(), '换锁')
  expect(await screen.findByText('没有找到“换锁”', {}, patience)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '用自己的话说' }))
  const title = encodeURIComponent('换锁')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/subpackages/orders/new/index?kind=issue&title=${title}` })
})

test('a search that fails says so and can be tried again', async () => {
  open(() => problem(503, 'unavailable', '服务暂时没有回应'))
  await userEvent.type(box(), '换锁')
  expect(await screen.findByText('服务暂时没有回应', {}, patience)).toHaveAttribute('role', 'alert')
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(questions()).toEqual(['换锁', '换锁'])
})
