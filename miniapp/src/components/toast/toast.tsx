import { useSyncExternalStore } from 'react'
import { said } from '@/platform/said'
import { Box } from '../box/box'
import { Button } from '../button/button'
import styles from './toast.module.scss'

/** Where platform/messages speaks on WeChat, in the letters of the page. The region stands there to be read out. */
export function Toast() {
  const current = useSyncExternalStore(said.subscribe, said.get)
  const undo = current?.undo
  return (
    <Box role="status">
      {current && (
        <Box className={[styles.toast, undo && styles.withUndo].filter(Boolean).join(' ')}>
          <Box as="span">{current.words}</Box>
          {undo && (
            <Button
              kind="plain"
              size="small"
              className={styles.undo}
              onPress={() => {
                said.set(null)
                undo.run()
              }}
            >
              {undo.word}
            </Button>
          )}
        </Box>
      )}
    </Box>
  )
}
