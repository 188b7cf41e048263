import Taro from '@tarojs/taro'
import { offline } from './problem'
import { session } from './session'
import { readUpload, uploadField, uploadHeaders, uploadTimeoutMs, uploadUrl } from './upload-call'
import type { UploadPhoto } from './upload.types'

export const uploadPhoto: UploadPhoto = async (photo, key, onProgress) => {
  const token = session.get()?.token
  const task = Taro.uploadFile({
    url: uploadUrl,
    filePath: photo.localUrl,
    name: uploadField,
    header: uploadHeaders(token, key),
    timeout: uploadTimeoutMs,
  })
  task.progress(({ progress }) => onProgress(progress))
  const { statusCode, data } = await task.catch(() => {
    throw offline()
  })
  return readUpload(statusCode, data, token)
}
