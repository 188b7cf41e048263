import { Box } from '../box/box'
import { Button } from '../button/button'
import type { DialogProps } from './dialog.types'
import styles from './dialog.module.scss'

export function DialogActions({
  confirmWord,
  cancelWord = '先不了',
  isDanger,
  isBusy,
  onConfirm,
  onCancel,
}: DialogProps) {
  return (
    <Box className={styles.actions}>
      <Button kind="secondary" isDisabled={Boolean(isBusy)} onPress={onCancel}>
        {cancelWord}
      </Button>
      <Button kind={isDanger ? 'danger' : 'primary'} isBusy={Boolean(isBusy)} onPress={onConfirm}>
        {confirmWord}
      </Button>
    </Box>
  )
}
