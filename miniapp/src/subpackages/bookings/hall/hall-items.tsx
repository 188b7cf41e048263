import type { Hall } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Tag } from '@/components/tag/tag'
import { useNow } from '@/hooks/use-now'
import { scopeWords } from '@/words/bookings'
import styles from './index.module.scss'

/** What can be done here; each leads to its free times. */
export function HallItems({ hall }: { hall: Hall }) {
  const now = useNow()
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        能办什么
      </Box>
      {hall.items.length === 0 && <Box as="p">这里还没有公布能办的事项，请先打电话问一下。</Box>}
      {hall.items.length > 0 && (
        <List label="能办的事项">
          {hall.items.map((item) => (
            <Cell
              key={item.id}
              label={
                <>
                  {item.name} {item.scope !== 'own' && <Tag>{scopeWords[item.scope]}</Tag>}
                </>
              }
              detail={
                item.nextFree === null
                  ? '最近都约满了，可以候补'
                  : `最近的空位：${sayTime(new Date(item.nextFree), now)}`
              }
              {...(!hall.isClosed && { to: 'book' as const, query: { hall: hall.id, item: item.id } })}
            />
          ))}
        </List>
      )}
    </Box>
  )
}
