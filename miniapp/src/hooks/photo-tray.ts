import { maxAttachments } from '@xinban/shared/domain'
import { fileUrl } from '@/platform/file-url'
import { newKey } from '@/platform/intent'
import { release, whyUnfit, type PickedPhoto } from '@/platform/picked-photo'
import { asProblem } from '@/platform/problem'
import { call } from '@/platform/request'
import { createStore } from '@/platform/store'
import { uploadPhoto } from '@/platform/upload'
import { keepPhotos, readKeptPhotos, type KeptPhoto } from './kept-photos'

export interface Photo {
  /** Of this picture on this page. */
  readonly key: string
  /** The Idempotency-Key of its upload. */
  readonly sendKey: string
  /** Undefined for one that was uploaded on an earlier visit to the page. */
  readonly picked?: PickedPhoto | undefined
  /** What shows it; undefined when nothing does any more. */
  readonly shownUrl: string | undefined
  readonly state: 'uploading' | 'done' | 'failed'
  /** How much of it is on its way, 0–100. */
  readonly progress: number
  readonly upload?: KeptPhoto | undefined
  /** Why it failed, in words. */
  readonly problem?: string | undefined
  readonly canRetry: boolean
}

export interface TrayState {
  readonly photos: readonly Photo[]
  /** What there is to say of all of them. */
  readonly words: string | undefined
}

/** Answers that would be the same for the same picture. */
const finalStatuses = [413, 415, 422]

const restored = (upload: KeptPhoto): Photo => ({
  key: upload.id,
  sendKey: newKey(),
  shownUrl: fileUrl(upload.thumbnailUrl),
  ...{ state: 'done', progress: 100, upload, canRetry: false },
})

function fresh(picked: PickedPhoto): Photo {
  const key = newKey()
  const photo = { key, sendKey: key, picked, shownUrl: picked.localUrl, progress: 0 }
  const problem = whyUnfit(picked)
  if (problem !== undefined) return { ...photo, state: 'failed', problem, canRetry: false }
  return { ...photo, state: 'uploading', canRetry: true }
}

/** The server takes uploads back only while nothing has used them, and sweeps the rest: a failure changes nothing. */
const discard = (id: string) => void call('files.discard', { params: { id } }).catch(() => undefined)

/**
 * The pictures of one form: chosen, sent one after another, retried, removed. Lives on after the page while
 * something is on its way, so that what arrives is kept for the next visit.
 */
export class PhotoTray {
  private readonly store
  private queue: Promise<void> = Promise.resolve()
  /** What the form sent last; the server's answer counts in it. */
  private sent: readonly string[] = []

  constructor(
    private readonly personId: string,
    private readonly form: string,
  ) {
    this.store = createStore<TrayState>({ photos: readKeptPhotos(personId, form).map(restored), words: undefined })
  }

  readonly get = (): TrayState => this.store.get()
  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener)

  /** Takes as many as there is room for, and begins to send them. */
  add(picked: readonly PickedPhoto[]): void {
    const { photos } = this.get()
    const room = maxAttachments - photos.length
    for (const extra of picked.slice(room)) release(extra)
    const added = picked.slice(0, room).map(fresh)
    const left = picked.length - added.length
    const words = left > 0 ? `最多 ${maxAttachments} 张，多选的 ${left} 张没有加上` : undefined
    this.write([...photos, ...added], words)
    for (const { key, state } of added) if (state === 'uploading') this.enqueue(key)
  }

  retry(key: string): void {
    const photo = this.find(key)
    if (photo?.state !== 'failed' || !photo.canRetry) return
    this.change(key, { state: 'uploading', progress: 0, problem: undefined })
    this.enqueue(key)
  }

  remove(key: string): void {
    const photo = this.find(key)
    if (!photo) return
    this.write(this.get().photos.filter((other) => other !== photo))
    if (photo.upload) discard(photo.upload.id)
    if (photo.picked) release(photo.picked)
  }

  /** What nothing shows any more: the signed reference of an earlier visit is over. */
  lose(key: string): void {
    this.change(key, { shownUrl: undefined })
  }

  /** The ids to send, remembered for the answer. */
  send(): readonly string[] {
    this.sent = this.get().photos.flatMap(({ upload }) => (upload ? [upload.id] : []))
    return this.sent
  }

  /** Brings what the server found wrong to the pictures, by its paths (`attachments`, `attachments.N`). */
  refuse(fields: Readonly<Record<string, string>>): void {
    for (const path of Object.keys(fields)) {
      const id = this.sent[Number(/^attachments\.(\d+)$/.exec(path)?.[1])]
      const photo = this.get().photos.find(({ upload }) => upload?.id === id)
      if (id === undefined || !photo) continue
      const canRetry = photo.picked !== undefined
      const problem = canRetry ? '服务器上没有这张照片了，请重试' : '服务器上没有这张照片了，请去掉它，重新添加'
      // The old key would lead to the old upload.
      this.change(photo.key, { state: 'failed', upload: undefined, sendKey: newKey(), canRetry, problem })
    }
    if (fields.attachments !== undefined) this.write(this.get().photos, fields.attachments)
  }

  /** The form went through: its pictures belong to the order now. */
  clear(): void {
    this.leave()
    this.write([])
  }

  /** The page is left; what was sent waits for the next visit. */
  leave(): void {
    for (const { picked, state } of this.get().photos) if (picked && state === 'done') release(picked)
  }

  private enqueue(key: string): void {
    this.queue = this.queue.then(() => this.upload(key))
  }

  private async upload(key: string): Promise<void> {
    const photo = this.find(key)
    if (!photo?.picked) return
    try {
      const onProgress = (progress: number) => this.change(key, { progress })
      const { id, thumbnailUrl } = await uploadPhoto(photo.picked, photo.sendKey, onProgress)
      if (!this.find(key)) discard(id)
      else this.change(key, { state: 'done', progress: 100, upload: { id, thumbnailUrl, uploadedAt: Date.now() } })
    } catch (thrown) {
      const problem = asProblem(thrown)
      const canRetry = !finalStatuses.includes(problem.status)
      this.change(key, { state: 'failed', problem: problem.message, canRetry })
    }
  }

  private find(key: string): Photo | undefined {
    return this.get().photos.find((photo) => photo.key === key)
  }

  private change(key: string, part: Partial<Photo>): void {
    const { photos, words } = this.get()
    const next = photos.map((photo) => (photo.key === key ? { ...photo, ...part } : photo))
    if ('upload' in part) this.write(next, words)
    else this.store.set({ photos: next, words })
  }

  private write(photos: readonly Photo[], words?: string): void {
    this.store.set({ photos, words })
    keepPhotos(
      this.personId,
      this.form,
      photos.flatMap(({ upload }) => (upload ? [upload] : [])),
    )
  }
}
