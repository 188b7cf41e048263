import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import { content, editable, editor, published } from '../../../../test/catalogue-double'
import { openedWith } from '../../../../test/taro'
import ManagedItemPage from './index'

const versions = ok<'service-items.versions'>({
  items: [
    { version: 2, name: '高龄津贴', publishedAt: '2026-11-20T09:00:00+08:00' },
    { version: 1, name: '高龄补贴', publishedAt: '2026-10-20T09:00:00+08:00' },
  ],
  nextCursor: null,
})
const edited = editable({
  hasDraft: true,
  content: content({}, { fee: '每月 5 元' }),
  allowedActions: ['edit', 'discard-draft', 'publish', 'close'],
})
const answers = {
  'service-items.edit': ok<'service-items.edit'>(edited),
  'service-items.show': ok<'service-items.show'>(published()),
  'service-items.versions': versions,
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name })

beforeEach(() => {
  signInAs([editor])
  openedWith({ id: 'i1' })
})

test('says what residents see, and leads to every version', async () => {
  answerWith(answers)
  render(<ManagedItemPage />)
  expect(await screen.findByText('这里是还没有发布的修改，居民看到的还是第 2 版。')).toBeInTheDocument()
  expect(await screen.findByRole('link', { name: /第 1 版/ })).toBeInTheDocument()
  expect(screen.getByText(/全区提供/)).toBeInTheDocument()
})

test('offers exactly what the server allows', async () => {
  answerWith({ ...answers, 'service-items.edit': ok<'service-items.edit'>(editable()) })
  render(<ManagedItemPage />)
  await screen.findByRole('button', { name: '修改内容' })
  const words = ['发布', '停办', '恢复办理', '放弃修改']
  expect(words.filter((name) => screen.queryByRole('button', { name }))).toEqual(['停办'])
})

test('publishing says what changes for whom, and goes out on the version that was seen', async () => {
  answerWith({ ...answers, 'service-items.publish': ok<'service-items.publish'>(editable({ publishedVersion: 3 })) })
  render(<ManagedItemPage />)
  await userEvent.click(await screen.findByRole('button', { name: '发布' }))
  await dialog('要发布“高龄津贴”吗？')
  expect(await screen.findByText('改了：费用。')).toBeInTheDocument()
  expect(screen.getByText('以后点的单，用新的第 3 版。')).toBeInTheDocument()
  expect(screen.getByText('已经点的单不变，还按点单时的说明办。')).toBeInTheDocument()
  expect(sentTo('service-items.publish')).toEqual([])
  await userEvent.click(screen.getAllByRole('button', { name: '发布' }).at(-1)!)
  await waitFor(() => expect(sentTo('service-items.publish')[0]?.header['if-match']).toBe('"5"'))
  await waitFor(() => expect(sentTo('service-items.edit')).toHaveLength(2))
})

test('when a colleague was faster nothing is done, and the page is fetched anew', async () => {
  answerWith({ ...answers, 'service-items.close': () => problem(412, 'version_mismatch', '已被别人修改') })
  render(<ManagedItemPage />)
  await userEvent.click(await screen.findByRole('button', { name: '停办' }))
  await dialog('要停办“高龄津贴”吗？')
  await userEvent.click(screen.getAllByRole('button', { name: '停办' }).at(-1)!)
  expect(await screen.findByText(/同事刚刚改过这个事项，所以还没有办/)).toHaveAttribute('role', 'alert')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await waitFor(() => expect(sentTo('service-items.edit')).toHaveLength(2))
})

test('a name that was taken meanwhile is told in the dialog', async () => {
  answerWith({ ...answers, 'service-items.publish': () => problem(409, 'already_exists', '区里已有这个名称') })
  render(<ManagedItemPage />)
  await userEvent.click(await screen.findByRole('button', { name: '发布' }))
  await dialog(/要发布/)
  await userEvent.click(screen.getAllByRole('button', { name: '发布' }).at(-1)!)
  expect(await screen.findByText('区里已有这个名称')).toBeInTheDocument()
})

test('a draft that was never published is deleted only after a question', async () => {
  const draft = editable({
    ...{ state: 'draft', publishedVersion: null, hasDraft: true, offeredBy: [] },
    allowedActions: ['edit', 'discard-draft', 'publish'],
  })
  answerWith({
    'service-items.edit': ok<'service-items.edit'>(draft),
    'service-items.discard-draft': () => ({ statusCode: 204, data: null }),
  })
  render(<ManagedItemPage />)
  expect(await screen.findByText(/还没有单位提供这项服务/)).toBeInTheDocument()
  await press('删去草稿')
  await dialog('要删去草稿“高龄津贴”吗？')
  expect(sentTo('service-items.discard-draft')).toEqual([])
  await userEvent.click(screen.getAllByRole('button', { name: '删去草稿' }).at(-1)!)
  await waitFor(() => expect(sentTo('service-items.discard-draft')).toHaveLength(1))
})

test('closing can be undone at once, on the version that it made', async () => {
  answerWith({
    ...answers,
    'service-items.close': ok<'service-items.close'>(editable({ state: 'closed', version: 6 })),
    'service-items.reopen': ok<'service-items.reopen'>(editable({ version: 7 })),
  })
  render(<ManagedItemPage />)
  await userEvent.click(await screen.findByRole('button', { name: '停办' }))
  await userEvent.click(screen.getAllByRole('button', { name: '停办' }).at(-1)!)
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(() => expect(sentTo('service-items.reopen')[0]?.header['if-match']).toBe('"6"'))
  expect(await screen.findByText('已恢复办理')).toBeInTheDocument()
})
