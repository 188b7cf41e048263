import { useEffect, useState, useSyncExternalStore } from 'react'
import { PhotoTray, type Photo } from './photo-tray'
import { useSession } from './use-session'

export interface Photos {
  readonly list: readonly Photo[]
  readonly isUploading: boolean
  /** What is in the way of the form, or wrong with all pictures together. */
  readonly error: string | undefined
  readonly tray: PhotoTray
  /** Whether the form may be sent; from now on `error` says why not. */
  isReady: () => boolean
  /** What the form's body says of them: nothing when there are none. */
  body: () => { attachments?: string[] }
}

function obstacleOf(list: readonly Photo[]): string | undefined {
  if (list.some(({ state }) => state === 'uploading')) return '照片还在上传，传完再提交'
  if (list.some(({ state }) => state === 'failed')) return '有照片没有传上，请重试或者去掉它，再提交'
  return undefined
}

/**
 * The pictures of a form, kept on this device until the form goes through.
 * @param form names it among all forms of the app, and what it is about (`fulfil:` and the order)
 */
export function usePhotos(form: string): Photos {
  const personId = useSession()?.person.id ?? ''
  const [tray] = useState(() => new PhotoTray(personId, form))
  const { photos: list, words } = useSyncExternalStore(tray.subscribe, tray.get)
  const [isAsked, setAsked] = useState(false)
  useEffect(() => () => tray.leave(), [tray])
  const obstacle = obstacleOf(list)
  // Asked and answered: the next picture is not an error from its first moment.
  if (isAsked && obstacle === undefined) setAsked(false)
  return {
    list,
    isUploading: list.some(({ state }) => state === 'uploading'),
    error: (isAsked ? obstacle : undefined) ?? words,
    tray,
    isReady() {
      setAsked(obstacle !== undefined)
      return obstacle === undefined
    },
    body() {
      const ids = tray.send()
      return ids.length === 0 ? {} : { attachments: [...ids] }
    },
  }
}
