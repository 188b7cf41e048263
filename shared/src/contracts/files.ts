import * as z from 'zod/mini'
import { fileVariants, imageMimes, maxAttachments, maxUploadBytes } from '../domain/files/file-rules'
import { Id } from './common'

const attachmentFields = {
  id: Id,
  /** A signed reference to the server itself (`/api/v1/files/…`), good for ten minutes; ask again for a fresh one. */
  url: z.string(),
  thumbnailUrl: z.string(),
  /** Of the full picture; thumbnails are JPEG. */
  mime: z.enum(imageMimes),
}
/** A picture of an event. */
export const Attachment = z.strictObject(attachmentFields)
export type Attachment = z.infer<typeof Attachment>

/** What an upload became: size and type of what is kept, not of what was sent. */
const Upload = z.strictObject({ ...attachmentFields, bytes: z.int(), width: z.int(), height: z.int() })
export type Upload = z.infer<typeof Upload>

/** Uploads of the caller that an action takes along, in the order in which they are shown. */
export const AttachmentIds = z.array(Id).check(
  z.maxLength(maxAttachments),
  z.refine((ids) => new Set(ids).size === ids.length, { error: '同一张图片只需添加一次，请去掉重复的' }),
)

const params = z.strictObject({ id: Id })

export const fileContracts = {
  'files.upload': {
    summary: 'Upload one picture; usable by its uploader alone until an order takes it, and gone after a day without',
    auth: 'person',
    upload: { field: 'file', maxBytes: maxUploadBytes, mimes: imageMimes },
    status: 201,
    response: Upload,
    errors: ['wrong_state', 'idempotency_key_reused', 'too_many_requests'],
    isIdempotent: true,
  },
  'files.show': {
    summary: 'The bytes of a picture, for whoever holds a signed URL that has not expired',
    auth: 'public',
    params,
    query: z.strictObject({
      variant: z.enum(fileVariants),
      /** Unix time in seconds. */
      expires: z.string().check(z.maxLength(20)),
      signature: z.string().check(z.maxLength(100)),
    }),
    status: 200,
    bytes: imageMimes,
    response: z.instanceof(Uint8Array),
    errors: ['not_found'],
  },
  'files.discard': {
    summary: 'Take back an upload that no order has taken yet',
    auth: 'person',
    params,
    status: 204,
    response: z.void(),
    errors: ['not_found', 'wrong_state'],
  },
} as const
