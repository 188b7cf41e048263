import type { OrderDue } from '@xinban/shared/contracts'
import { remainingWords } from '@xinban/shared/domain'
import { provisionalWords, soonWords, tellDue, toneOf, type DueTone } from '@/words/due-words'
import { Box } from '../box/box'
import styles from './order-due.module.scss'

const shapes: Record<DueTone, string> = { calm: '○', soon: '▲', over: '●' }

interface DueMarkProps {
  due: OrderDue | null
  now: Date
  /** One line of a table: what the shape says and that it may move are read out only. */
  isShort?: boolean
  /** Beside words that name the clock already. */
  isBare?: boolean
}

/** How long the clock that matters still runs: by its words, a shape and a colour. Nothing where none runs. */
export function DueMark({ due, now, isShort, isBare }: DueMarkProps) {
  if (!due) return null
  const tone = toneOf(due, now)
  const aside = isShort ? styles.unseen : styles.note
  return (
    <Box as="span" className={[styles.mark, styles[tone]].join(' ')}>
      <Box as="span" className={styles.shape} isHidden>
        {shapes[tone]}
      </Box>
      <Box as="span">
        {isBare ? remainingWords(now, new Date(due.dueAt)) : tellDue(due, now)}
        {tone === 'soon' && (
          <Box as="span" className={isShort ? styles.unseen : undefined}>
            ，{soonWords}
          </Box>
        )}
        {due.isProvisional && (
          <Box as="span" className={aside}>
            （{provisionalWords}）
          </Box>
        )}
      </Box>
    </Box>
  )
}
