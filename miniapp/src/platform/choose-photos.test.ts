import Taro from '@tarojs/taro'
import { choosePhotos } from './choose-photos'

const chooseMedia = jest.mocked(Taro.chooseMedia)

test('asks WeChat for compressed pictures, and tells their types by their names', async () => {
  const tempFiles = [
    { tempFilePath: 'wxfile://tmp/a.JPG', size: 10 },
    { tempFilePath: 'wxfile://tmp/b.heic', size: 20 },
    { tempFilePath: 'wxfile://tmp/c', size: 30 },
  ]
  chooseMedia.mockResolvedValueOnce({ tempFiles } as unknown as Taro.chooseMedia.SuccessCallbackResult)
  const picked = await choosePhotos(3, 'camera')
  expect(picked?.map(({ bytes, mime }) => [bytes, mime])).toEqual([
    [10, 'image/jpeg'],
    [20, 'image/heic'],
    [30, undefined],
  ])
  expect(chooseMedia).toHaveBeenCalledWith({
    count: 3,
    mediaType: ['image'],
    sourceType: ['camera'],
    sizeType: ['compressed'],
  })
})

test('closing it again is no failure; a denied camera is one', async () => {
  chooseMedia.mockRejectedValueOnce({ errMsg: 'chooseMedia:fail cancel' })
  expect(await choosePhotos(9, 'any')).toEqual([])
  chooseMedia.mockRejectedValueOnce({ errMsg: 'chooseMedia:fail auth deny' })
  expect(await choosePhotos(9, 'any')).toBeUndefined()
})
