import { offline } from './problem'
import { session } from './session'
import { readUpload, uploadField, uploadHeaders, uploadTimeoutMs, uploadUrl } from './upload-call'
import type { UploadPhoto } from './upload.types'

/** `fetch` does not tell how far an upload is. */
export const uploadPhoto: UploadPhoto = async ({ blob }, key, onProgress) => {
  if (!blob) throw new Error('a browser sends what it was given, and nothing was')
  const token = session.get()?.token
  const form = new FormData()
  form.append(uploadField, blob)
  const request = new XMLHttpRequest()
  await new Promise<void>((resolve, reject) => {
    request.open('POST', uploadUrl)
    for (const [name, value] of Object.entries(uploadHeaders(token, key))) request.setRequestHeader(name, value)
    request.timeout = uploadTimeoutMs
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0)
    request.onload = () => resolve()
    request.onerror = request.ontimeout = request.onabort = () => reject(offline())
    request.send(form)
  })
  return readUpload(request.status, request.responseText, token)
}
