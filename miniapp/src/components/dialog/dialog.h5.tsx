import { useEffect, useId, useRef } from 'react'
import { DialogActions } from './dialog-actions'
import type { DialogProps } from './dialog.types'
import styles from './dialog.module.scss'

/** The browser keeps the focus inside and gives it back; Escape cancels. */
export function Dialog(props: DialogProps) {
  const { isOpen, title, onCancel, children } = props
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (isOpen) dialog?.showModal()
    return () => dialog?.close()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      <DialogActions {...props} />
    </dialog>
  )
}
