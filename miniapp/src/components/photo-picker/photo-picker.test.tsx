import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act } from 'react'
import { answerWith, problem, sentTo, signInAs } from '../../../test/api-double'
import { answerUploads, choose, kept, later } from '../../../test/photos'
import { usePhotos } from '@/hooks/use-photos'
import { PhotoPicker } from './photo-picker'

const mebibyte = 1024 * 1024
const sent = jest.fn<void, [object]>()
/** What the server found wrong with the form that was sent last. */
let refusal: Record<string, string>

function Form() {
  const photos = usePhotos('test:1')
  function submit() {
    if (photos.isReady()) sent(photos.body())
  }
  return (
    <>
      <PhotoPicker id="p" photos={photos} />
      <button onClick={submit}>提交</button>
      <button onClick={() => photos.tray.refuse(refusal)}>退回</button>
      <button onClick={() => photos.tray.clear()}>办成</button>
    </>
  )
}
const submit = () => userEvent.click(screen.getByRole('button', { name: '提交' }))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const photo = {}
const discarded = () => sentTo('files.discard').map(({ url }) => url.split('/').at(-1))

beforeEach(() => {
  signInAs()
  answerWith({ 'files.discard': () => ({ statusCode: 204, data: '' }) })
})

test('pictures are sent one by one, each with a key of its own, and go with the form in their order', async () => {
  const uploads = answerUploads(() => kept(`f${uploads.length}`))
  render(<Form />)
  expect(screen.getByRole('status')).toHaveTextContent('最多 9 张')
  await choose('添加照片', photo, photo)
  expect(await screen.findByText('已有 2 张，最多 9 张')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: '照片 2' })).toBeInTheDocument()
  expect(new Set(uploads.map(({ header }) => header['idempotency-key'])).size).toBe(2)
  expect(uploads[0]?.header).toMatchObject({ authorization: 'Bearer token' })
  await submit()
  expect(sent).toHaveBeenCalledWith({ attachments: ['f1', 'f2'] })
})

test('how far it is stands on the picture, and the form waits for it', async () => {
  const { reply, answer } = later()
  const uploads = answerUploads(() => reply)
  render(<Form />)
  await choose('添加照片', photo)
  await waitFor(() => expect(uploads).toHaveLength(1))
  act(() => uploads[0]?.progress(40))
  expect(screen.getByText('上传 40%')).toBeInTheDocument()
  await submit()
  expect(screen.getByRole('alert')).toHaveTextContent('照片还在上传，传完再提交')
  expect(sent).not.toHaveBeenCalled()
  await answer(kept('f1'))
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  await submit()
  expect(sent).toHaveBeenCalledWith({ attachments: ['f1'] })
})

test('no more than nine: what is too many is said, and then nothing can be added', async () => {
  const uploads = answerUploads(() => kept(`f${uploads.length}`))
  render(<Form />)
  await choose('添加照片', ...Array.from({ length: 11 }, () => photo))
  expect(screen.getByRole('alert')).toHaveTextContent('最多 9 张，多选的 2 张没有加上')
  expect(await screen.findByText('已有 9 张，不能再加了')).toBeInTheDocument()
  expect(screen.queryByText('添加照片')).not.toBeInTheDocument()
  expect(uploads).toHaveLength(9)
})

test('what the server would not take is said before anything is sent, and has to be removed', async () => {
  const uploads = answerUploads(() => kept('f1'))
  render(<Form />)
  await choose('添加照片', { bytes: 10.5 * mebibyte }, { type: 'image/gif' })
  expect(screen.getByText(/照片 1 没有传上：这张照片有 11 MB，太大了，每张最多 10 MB/)).toBeInTheDocument()
  expect(screen.getByText(/照片 2 没有传上：这种文件不能传/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /重试/ })).not.toBeInTheDocument()
  expect(uploads).toHaveLength(0)
  await submit()
  expect(screen.getByText('有照片没有传上，请重试或者去掉它，再提交')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '去掉照片 1' }))
  await userEvent.click(screen.getByRole('button', { name: '去掉照片 1' }))
  await submit()
  expect(sent).toHaveBeenCalledWith({})
  expect(discarded()).toEqual([])
})

test('a failed one stays with its reason, and is retried under the same key', async () => {
  let isLost = true
  const uploads = answerUploads(() => (isLost ? new Error('uploadFile:fail timeout') : kept('f1')))
  render(<Form />)
  await choose('添加照片', photo)
  expect(await screen.findByText('照片 1 没有传上：网络不通，请检查网络后再试')).toBeInTheDocument()
  isLost = false
  await userEvent.click(screen.getByRole('button', { name: '重试照片 1' }))
  expect(await screen.findByText('已有 1 张，最多 9 张')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  const keys = uploads.map(({ header }) => header['idempotency-key'])
  expect([keys.length, new Set(keys).size]).toEqual([2, 1])
})

test('a refusal by the server has its words, and no retry where it would be the same again', async () => {
  answerUploads(() => problem(422, 'invalid', '图片已损坏或没有传完整，请重新拍照或选择后再上传'))
  render(<Form />)
  await choose('添加照片', photo)
  expect(await screen.findByText(/没有传上：图片已损坏/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /重试/ })).not.toBeInTheDocument()
})

test('a removed one is taken back on the server, quietly when that fails', async () => {
  answerWith({ 'files.discard': () => new Error('request:fail') })
  answerUploads(() => kept('f1'))
  render(<Form />)
  await choose('添加照片', photo)
  await screen.findByText('已有 1 张，最多 9 张')
  await userEvent.click(screen.getByRole('button', { name: '去掉照片 1' }))
  await waitFor(() => expect(discarded()).toEqual(['f1']))
  expect(screen.queryByRole('img')).not.toBeInTheDocument()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test('one removed on its way is taken back when it has arrived', async () => {
  const { reply, answer } = later()
  const uploads = answerUploads(() => reply)
  render(<Form />)
  await choose('添加照片', photo)
  await waitFor(() => expect(uploads).toHaveLength(1))
  await userEvent.click(screen.getByRole('button', { name: '去掉照片 1' }))
  expect(discarded()).toEqual([])
  await answer(kept('f1'))
  await waitFor(() => expect(discarded()).toEqual(['f1']))
})

test('what the server has lost is named by its place, and sent anew under another key', async () => {
  const uploads = answerUploads(() => kept(`f${uploads.length}`))
  render(<Form />)
  await choose('添加照片', photo, photo)
  await screen.findByText('已有 2 张，最多 9 张')
  await submit()
  refusal = { 'attachments.1': '第 2 张图片（f2）已失效或已用过，请删除后重新上传' }
  await press('退回')
  expect(screen.getByText('照片 2 没有传上：服务器上没有这张照片了，请重试')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '重试照片 2' }))
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  await submit()
  expect(sent).toHaveBeenLastCalledWith({ attachments: ['f1', 'f3'] })
  expect(new Set(uploads.map(({ header }) => header['idempotency-key'])).size).toBe(3)
})

test('a word on all of them together stands below', async () => {
  answerUploads(() => kept('f1'))
  render(<Form />)
  await choose('添加照片', photo)
  await screen.findByText('已有 1 张，最多 9 张')
  await submit()
  refusal = { attachments: '最多 9 张' }
  await press('退回')
  expect(screen.getByRole('alert')).toHaveTextContent('最多 9 张')
})

test('what was uploaded is there again after the page was left, until the form went through', async () => {
  const uploads = answerUploads(() => kept(`f${uploads.length}`))
  const first = render(<Form />)
  await choose('添加照片', photo)
  await screen.findByText('已有 1 张，最多 9 张')
  first.unmount()
  const second = render(<Form />)
  expect(screen.getByRole('img', { name: '照片 1' })).toHaveAttribute(
    'src',
    'http://api.test/api/v1/files/f1?variant=thumbnail',
  )
  await submit()
  expect(sent).toHaveBeenCalledWith({ attachments: ['f1'] })
  second.unmount()
  signInAs([], { id: 'p2' })
  const other = render(<Form />)
  expect(screen.queryByRole('img')).not.toBeInTheDocument()
  other.unmount()
  signInAs()
  const third = render(<Form />)
  expect(screen.getByRole('img', { name: '照片 1' })).toBeInTheDocument()
  await press('办成')
  third.unmount()
  render(<Form />)
  expect(screen.queryByRole('img')).not.toBeInTheDocument()
})
