import type { Attachment, Upload } from '@xinban/shared/contracts'
import type { ImageMime } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { notFound } from '../../errors'
import type { BytesAnswer } from '../../http/send-answer'
import type { FileRow } from './file.entity'
import { findFile } from './file.repository'
import { isUrlGood, signedUrl, type SignedParts } from './file-urls'

/** A picture as part of an event. Ask the policy first: the answer lets anyone who holds it see the picture. */
export function presentAttachment(
  ctx: Pick<PublicCtx, 'services' | 'now'>,
  { id, mime }: Pick<FileRow, 'id' | 'mime'>,
): Attachment {
  return { id, url: signedUrl(ctx, id, 'full'), thumbnailUrl: signedUrl(ctx, id, 'thumbnail'), mime }
}

/** An upload as its uploader sees it. */
export async function presentUpload(ctx: Ctx, id: string): Promise<Upload> {
  const file = await findFile(ctx.services.db.reader, id)
  if (file?.uploaderId !== ctx.actor.personId) throw notFound('这张图片')
  const { bytes, width, height } = file
  return { ...presentAttachment(ctx, file), bytes, width, height }
}

const extensions: Record<ImageMime, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

/** Throws not_found for an absent file just as for a wrong or expired signature. */
export async function showFile(ctx: PublicCtx, id: string, parts: SignedParts): Promise<BytesAnswer> {
  const { db, fileStore } = ctx.services
  const file = isUrlGood(ctx, id, parts) ? await findFile(db.reader, id) : undefined
  const stored = file && (await fileStore.open(id, parts.variant))
  if (!stored) throw notFound('这张图片')
  const mime = parts.variant === 'thumbnail' ? 'image/jpeg' : file.mime
  return { ...stored, mime, fileName: `photo.${extensions[mime]}` }
}
