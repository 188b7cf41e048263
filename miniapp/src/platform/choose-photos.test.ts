import Taro from '@tarojs/taro'
import { choosePhotos } from './choose-photos'

const chooseMedia = Taro.chooseMedia as unknown as jest.Mock<void, [Taro.chooseMedia.Option]>
/** As WeChat does it, by callbacks. */
const gives = (tempFiles: object[]) =>
  chooseMedia.mockImplementationOnce(({ success }) =>
    success?.({ tempFiles } as unknown as Taro.chooseMedia.SuccessCallbackResult),
  )
const fails = (errMsg: string) => chooseMedia.mockImplementationOnce(({ fail }) => fail?.({ errMsg }))

test('asks WeChat for compressed pictures, and tells their types by their names', async () => {
  const tempFiles = [
    { tempFilePath: 'wxfile://tmp/a.JPG', size: 10 },
    { tempFilePath: 'wxfile://tmp/b.heic', size: 20 },
    { tempFilePath: 'wxfile://tmp/c', size: 30 },
  ]
  gives(tempFiles)
  const picked = await choosePhotos(3, 'camera')
  expect(picked?.map(({ bytes, mime }) => [bytes, mime])).toEqual([
    [10, 'image/jpeg'],
    [20, 'image/heic'],
    [30, undefined],
  ])
  const asked = { count: 3, mediaType: ['image'], sourceType: ['camera'], sizeType: ['compressed'] }
  expect(chooseMedia).toHaveBeenCalledWith(expect.objectContaining(asked))
})

test('closing it again is no failure; a denied camera is one', async () => {
  fails('chooseMedia:fail cancel')
  expect(await choosePhotos(9, 'any')).toEqual([])
  fails('chooseMedia:fail auth deny')
  expect(await choosePhotos(9, 'any')).toBeUndefined()
})
