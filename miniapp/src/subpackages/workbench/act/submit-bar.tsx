import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import styles from './submit-bar.module.scss'

interface SubmitBarProps {
  word: string
  isBusy: boolean
  isDisabled?: boolean
}

/** The one primary button of a form. On a phone it stays at the bottom, under the thumb, however long the form is. */
export function SubmitBar({ word, isBusy, isDisabled = false }: SubmitBarProps) {
  return (
    <Box className={styles.bar}>
      <Button kind="primary" isSubmit isBusy={isBusy} isDisabled={isDisabled}>
        {word}
      </Button>
    </Box>
  )
}
