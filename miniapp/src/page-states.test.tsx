import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { ComponentType } from 'react'
import { answerWith, problem, sentTo, signInAs } from '../test/api-double'
import { pageNeeds, type PageNeeds } from '../test/page-needs'
import { comeBack, openedWith, pulled } from '../test/taro'
import { pages, type PageName } from '@/platform/pages'
import { session } from '@/platform/session'

const names = Object.keys(pages) as PageName[]
const refused = () => problem(503, 'unavailable', '服务暂时忙，请稍后再试')
const refreshable = names.filter((name) => ['list', 'detail'].includes(pageNeeds[name].kind))

interface Fetches {
  asks: Parameters<typeof sentTo>[0]
  answers: Parameters<typeof answerWith>[0]
  shows: RegExp
}
function fetchedBy(needs: PageNeeds): Fetches | undefined {
  if (needs.kind === 'form') return needs.fetches
  return needs.kind === 'text' ? undefined : needs
}
const fetching = names.filter((name) => fetchedBy(pageNeeds[name]))
const of = <Kind extends PageNeeds['kind']>(kind: Kind) =>
  names.flatMap((name) => {
    const needs = pageNeeds[name]
    return needs.kind === kind ? [[name, needs as Extract<PageNeeds, { kind: Kind }>] as const] : []
  })

async function open(name: PageName, who: 'whoever may' | 'nobody' = 'whoever may') {
  const { as, query = {} } = pageNeeds[name]
  if (as && who === 'whoever may') signInAs([...as], { hasPassword: true })
  else session.end()
  openedWith(query)
  const { default: Page } = (await import(`./${pages[name].path}`)) as { default: ComponentType }
  render(<Page />)
  // What is answered at once is there.
  await act(() => Promise.resolve())
}

async function configOf(name: PageName): Promise<{ enablePullDownRefresh?: boolean }> {
  process.env.TARO_ENV = 'weapp'
  Object.assign(globalThis, { definePageConfig: (config: object) => config })
  return ((await import(`./${pages[name].path}.config`)) as { default: object }).default
}

/** As a person asks for it: by the button in a browser, by a pull on WeChat. */
async function refresh() {
  if (screen.queryByRole('banner')) await userEvent.click(screen.getByRole('button', { name: '刷新' }))
  else act(() => pulled.run())
}

beforeEach(() => {
  answerWith({})
})

test.each(names)('%s says when there is no network', async (name) => {
  await open(name)
  const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  act(() => {
    window.dispatchEvent(new Event('offline'))
    for (const [listener] of jest.mocked(Taro.onNetworkStatusChange).mock.calls) {
      listener({ isConnected: false, networkType: 'none' })
    }
  })
  expect(await screen.findByText(/网络断开了/)).toBeInTheDocument()
  online.mockRestore()
})

test.each(names)('%s leads whoever has to be signed in to where that is done', async (name) => {
  await open(name, 'nobody')
  const isLed = screen.queryByRole('button', { name: '去登录' }) !== null
  expect(isLed).toBe(pageNeeds[name].needsSignIn === true)
})

test.each(names)('%s can be pulled where there is something to fetch anew, and nowhere else', async (name) => {
  const { enablePullDownRefresh } = await configOf(name)
  expect(enablePullDownRefresh === true).toBe(refreshable.includes(name))
  await open(name)
  if (screen.queryByRole('banner') === null) return
  expect(screen.queryByRole('button', { name: '刷新' }) !== null).toBe(refreshable.includes(name))
})

test.each(fetching)('%s says that it is loading', async (name) => {
  jest.mocked(Taro.request).mockReturnValue(new Promise(() => undefined) as never)
  await open(name)
  expect(screen.getAllByRole('status', { name: '正在加载' })).not.toHaveLength(0)
})

test.each(fetching)('%s says why there is nothing, and tries again', async (name) => {
  const { asks, answers, shows } = fetchedBy(pageNeeds[name]) as Fetches
  answerWith({ ...answers, [asks]: refused })
  await open(name)
  expect(await screen.findByText('服务暂时忙，请稍后再试')).toHaveAttribute('role', 'alert')
  answerWith(answers)
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect((await screen.findAllByText(shows)).length).toBeGreaterThan(0)
  expect(screen.queryByText('服务暂时忙，请稍后再试')).not.toBeInTheDocument()
})

test.each(of('list'))('%s says what to do where there is nothing', async (name, { answers, empty }) => {
  answerWith({ ...answers, ...empty.answers })
  await open(name)
  expect((await screen.findAllByText(empty.words)).length).toBeGreaterThan(0)
})

test.each(refreshable)('%s is fetched anew when it is asked for, and stays when that fails', async (name) => {
  const { asks, answers, shows } = fetchedBy(pageNeeds[name]) as Fetches
  answerWith(answers)
  await open(name)
  await screen.findAllByText(shows)
  const before = sentTo(asks).length
  await refresh()
  await waitFor(() => expect(sentTo(asks).length).toBeGreaterThan(before))
  expect(screen.queryByText(/没能更新/)).not.toBeInTheDocument()
  answerWith({ ...answers, [asks]: refused })
  await refresh()
  expect(await screen.findByText(/没能更新/)).toBeInTheDocument()
  expect(screen.getAllByText(shows).length).toBeGreaterThan(0)
  answerWith(answers)
  await userEvent.click(screen.getByRole('button', { name: '再更新一次' }))
  await waitFor(() => expect(screen.queryByText(/没能更新/)).not.toBeInTheDocument())
})

test.each(of('form'))('%s keeps what was typed when it is refused, and says why', async (name, needs) => {
  answerWith(needs.fetches?.answers ?? {})
  await open(name)
  await screen.findByRole('button', { name: needs.press })
  const field = (label: string) => screen.getByLabelText(new RegExp(`^${label}`))
  for (const [label, value] of Object.entries(needs.typed)) fireEvent.change(field(label), { target: { value } })
  jest.mocked(Taro.request).mockResolvedValue(refused() as never)
  await userEvent.click(screen.getByRole('button', { name: needs.press }))
  expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0)
  for (const [label, value] of Object.entries(needs.typed)) expect(field(label)).toHaveValue(value)
})

test.each(of('form').filter(([, { needsSignIn }]) => needsSignIn))(
  '%s keeps what was typed when the session runs out, until the same person has signed in again',
  async (name, needs) => {
    answerWith(needs.fetches?.answers ?? {})
    await open(name)
    await screen.findByRole('button', { name: needs.press })
    const field = (label: string) => screen.getByLabelText(new RegExp(`^${label}`))
    const expectTyped = () =>
      Object.entries(needs.typed).forEach(([label, value]) => expect(field(label)).toHaveValue(value))
    for (const [label, value] of Object.entries(needs.typed)) fireEvent.change(field(label), { target: { value } })
    act(() => session.lapse())
    expectTyped()
    act(() => signInAs([...(needs.as ?? [])], { hasPassword: true }))
    act(() => comeBack())
    await act(() => Promise.resolve())
    expectTyped()
  },
)

test.each(of('text'))('%s is there without asking', async (name, { shows }) => {
  await open(name)
  expect(screen.getAllByText(shows).length).toBeGreaterThan(0)
})
