import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { boardTitle, tellState } from './board-words'
import type { BoardFrameProps } from './board-frame.types'
import styles from './frame.module.scss'

/** On a phone in WeChat it is a page like any other. */
export function BoardFrame({ board, state, children }: BoardFrameProps) {
  return (
    <Page title="公示屏" isRefreshable>
      <Box as="h2" className={styles.name}>
        {boardTitle(board)}
      </Box>
      <Box as="p" className={styles.state} role="status">
        {tellState(state, board)}
      </Box>
      {children}
    </Page>
  )
}
