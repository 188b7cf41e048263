import Taro from '@tarojs/taro'
import { problem, signInAs } from '../../test/api-double'
import { answerUploads, kept } from '../../test/photos'
import { asProblem, type ApiProblem } from './problem'
import { session } from './session'
import { uploadPhoto } from './upload'

const photo = { localUrl: 'wxfile://tmp/0.jpg', bytes: 1, mime: 'image/jpeg', blob: new Blob(['x']) }
const send = (onProgress = (_percent: number) => undefined as void) => uploadPhoto(photo, 'k', onProgress)
const failure = async (): Promise<ApiProblem> =>
  send().then(
    () => Promise.reject(new Error('it went through')),
    (thrown: unknown) => asProblem(thrown),
  )

beforeEach(() => signInAs())

test('carries token and key, tells how far it is, and gives what the server kept', async () => {
  const percents: number[] = []
  const sent = answerUploads((upload) => {
    upload.progress(50)
    upload.progress(100)
    return kept('f1')
  })
  const upload = await send((percent) => {
    percents.push(percent)
  })
  expect(upload).toMatchObject({ id: 'f1', mime: 'image/jpeg' })
  expect(sent[0]?.url).toBe('http://api.test/api/v1/files')
  expect(sent[0]?.header).toMatchObject({ authorization: 'Bearer token', 'idempotency-key': 'k' })
  expect(Object.keys(sent[0]?.header ?? {})).not.toContain('content-type')
  expect(percents).toEqual([50, 100])
})

test('keeps the words of a problem', async () => {
  const errors = [{ path: 'file', code: 'animated', message: '不能上传动图' }]
  answerUploads(() => problem(422, 'invalid', '不能上传动图，请截图后再传', errors))
  const failed = await failure()
  expect(failed).toMatchObject({ code: 'invalid', message: '不能上传动图，请截图后再传', isUndecided: false })
  expect(failed.fields).toEqual({ file: '不能上传动图' })
})

test('says in plain words that there is no network, or that the answer is not ours', async () => {
  answerUploads(() => new Error('uploadFile:fail timeout'))
  expect(await failure()).toMatchObject({ code: 'offline', isUndecided: true })
  answerUploads(() => ({ statusCode: 502, data: '<html>Bad Gateway</html>' }))
  expect(await failure()).toMatchObject({ code: 'unreadable', status: 502 })
})

test('a session that ended is dropped, and the person led to sign in', async () => {
  answerUploads(() => problem(401, 'not_signed_in', '请先登录'))
  await failure()
  expect(session.get()).toBeNull()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/account/sign-in/index' })
})
