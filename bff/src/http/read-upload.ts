import multer from '@koa/multer'
import type { RouterContext } from '@koa/router'
import type { UploadBody } from '@xinban/shared/contracts'
import { invalidField, malformedRequest, tooLarge, unsupportedMediaType } from '../errors'

/** What the multipart form itself may take beside the file. */
const envelopeBytes = 64 * 1024

/**
 * The one file of a multipart form, in memory. Name and declared type of the file are not looked at; other text fields
 * are few, short and ignored.
 * Throws unsupported_media_type, malformed_request, too_large, or invalid for a form without exactly this one file.
 */
export async function readUpload(koa: RouterContext, { field, maxBytes }: UploadBody): Promise<Buffer> {
  if (!koa.is('multipart/form-data')) {
    throw unsupportedMediaType(`请用 multipart/form-data 上传，图片放在 ${field} 字段里`)
  }
  const limit = `${maxBytes / 1024 / 1024} MB`
  if ((koa.request.length ?? 0) > maxBytes + envelopeBytes) throw tooLarge(limit)
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { files: 1, fileSize: maxBytes, fields: 8, fieldSize: 1024, parts: 9 },
    defParamCharset: 'utf8',
  } as multer.Options).single(field)
  try {
    await read(koa, () => Promise.resolve())
  } catch (error) {
    throw refusalOf(error, field, limit)
  }
  const { file } = koa.request as { file?: multer.File }
  if (!file) throw invalidField(field, 'missing', '没有收到图片，请选择一张图片再上传')
  if (file.size === 0) throw invalidField(field, 'empty', '图片是空的，请重新选择')
  return file.buffer
}

function refusalOf(error: unknown, field: string, limit: string): Error {
  const { name, code, field: found } = error as { name?: string; code?: string; field?: string }
  if (name !== 'MulterError') return malformedRequest('上传的内容不完整，请检查网络后重新上传')
  if (code === 'LIMIT_FILE_SIZE') return tooLarge(limit)
  const isSecond = code === 'LIMIT_FILE_COUNT' || (code === 'LIMIT_UNEXPECTED_FILE' && found === field)
  if (isSecond) return invalidField(field, 'too_many', '一次只能上传一张图片，请分开上传')
  if (code === 'LIMIT_UNEXPECTED_FILE') {
    return invalidField(field, 'missing', `图片应放在 ${field} 字段里，请重新上传`)
  }
  return malformedRequest(`上传的表单有误，请只在 ${field} 字段里放一张图片`)
}
