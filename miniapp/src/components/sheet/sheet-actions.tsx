import { Box } from '../box/box'
import { Button } from '../button/button'
import type { SheetProps } from './sheet.types'
import styles from './sheet.module.scss'

export function SheetActions({ title, actions, onClose }: SheetProps) {
  return (
    <>
      <Box as="ul" className={styles.actions} label={title}>
        {actions.map(({ key, word, kind, run }) => (
          <Box as="li" key={key}>
            <Button
              kind={kind}
              onPress={() => {
                onClose()
                run()
              }}
            >
              {word}
            </Button>
          </Box>
        ))}
      </Box>
      <Button kind="plain" onPress={onClose}>
        返回
      </Button>
    </>
  )
}
