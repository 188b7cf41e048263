import { useId, useLayoutEffect, useRef } from 'react'
import { SheetActions } from './sheet-actions'
import type { SheetProps } from './sheet.types'
import styles from './sheet.module.scss'

/** As a dialog: the browser keeps the focus inside and gives it back; Escape, or a press beside it, closes it. */
export function Sheet(props: SheetProps) {
  const { title, onClose } = props
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const sheet = element.current
    sheet?.showModal()
    return () => sheet?.close()
  }, [])
  return (
    <dialog
      ref={element}
      className={styles.sheet}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        // What is beside it counts as the dialog itself; its content fills it.
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className={styles.content}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <SheetActions {...props} />
      </div>
    </dialog>
  )
}
