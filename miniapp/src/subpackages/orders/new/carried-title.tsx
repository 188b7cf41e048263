import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import styles from './hints.module.scss'

interface CarriedTitleProps {
  /** What was typed on the page before. */
  carried: string | undefined
  title: string
  onTake: (title: string) => void
}

/** What was left unfinished stays, even when someone comes with other words. */
export function CarriedTitle({ carried, title, onTake }: CarriedTitleProps) {
  const [isAsked, setAsked] = useState(carried !== undefined && carried !== title)
  if (!isAsked || carried === undefined) return null
  return (
    <Box className={styles.carried}>
      <Box as="p" className={styles.said}>
        上次没写完的还在下面。
      </Box>
      <Button
        size="small"
        onPress={() => {
          onTake(carried)
          setAsked(false)
        }}
      >
        标题改成“{carried}”
      </Button>
    </Box>
  )
}
