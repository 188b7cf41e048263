import { useRef } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { fileUrl } from '@/platform/file-url'
import { namePhoto } from '@/words/event-story'
import styles from './pane.module.scss'

/** Every picture of an order, what was done before what was asked for, each as large as there is room. */
export function LargePhotos({ order, onStale }: { order: Order; onStale: () => void }) {
  /** URLs grow old; a lost file would ask for ever. */
  const isAsked = useRef(false)
  function askOnce() {
    if (isAsked.current) return
    isAsked.current = true
    onStale()
  }
  const photos = [...order.events]
    .sort((a, b) => b.at.localeCompare(a.at))
    .flatMap((event) =>
      event.attachments.map((file, index) => ({ id: file.id, url: file.url, alt: namePhoto(event, index) })),
    )
  if (photos.length === 0) return <p className={styles.noPhotos}>这个单没有照片</p>
  return (
    <ul className={styles.photos}>
      {photos.map(({ id, url, alt }) => (
        <li key={id}>
          <figure className={styles.figure}>
            <img className={styles.photo} src={fileUrl(url)} alt={alt} onError={askOnce} />
            <figcaption>{alt}</figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
}
