import { useId, useLayoutEffect, useRef } from 'react'
import { DialogActions } from './dialog-actions'
import type { DialogProps } from './dialog.types'
import styles from './dialog.module.scss'

/** The browser keeps the focus inside and gives it back; Escape cancels. */
export function Dialog(props: DialogProps) {
  const { title, onCancel, children } = props
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before it leaves the page: only a dialog that is closed there gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
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
