import type { Hall } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Pick } from '@/components/pick/pick'
import { Empty } from '@/components/states/states'
import { scopeWords } from '@/words/bookings'
import styles from './index.module.scss'

interface ChooseItemProps {
  hall: Hall
  /** What the link named is not offered here any more. */
  isGone: boolean
  onChoose: (id: string) => void
}

export function ChooseItem({ hall, isGone, onChoose }: ChooseItemProps) {
  if (hall.items.length === 0) return <Empty title="这里还不能预约" detail="请先打电话问一下，或者另找一个大厅" />
  return (
    <>
      <Box as="p" className={styles.lead} {...(isGone && { role: 'alert' as const })}>
        {isGone ? '这个事项这里不办了，请另选一项' : `到${hall.name}办什么？`}
      </Box>
      <Box as="ul" className={styles.items}>
        {hall.items.map(({ id, name, summary, scope }) => (
          <Box as="li" key={id}>
            <Pick label={`${name}，${summary}`} isChosen={false} className={styles.item} onPick={() => onChoose(id)}>
              <Box as="span" className={styles.itemName}>
                {name}
                {scope !== 'own' && `（${scopeWords[scope]}）`}
              </Box>
              <Box as="span" className={styles.quiet}>
                {summary}
              </Box>
            </Pick>
          </Box>
        ))}
      </Box>
    </>
  )
}
