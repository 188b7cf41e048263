import type { Booking } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { priorityWords } from '@/words/bookings'
import styles from './index.module.scss'

/** Where to go, what to bring, and until when it can be changed. */
export function BookingFacts({ booking, now }: { booking: Booking; now: Date }) {
  const { hall, materials, person, relation, isForOther, priority, changeUntil, status } = booking
  const isToCome = status === 'booked'
  return (
    <>
      <Box className={styles.section}>
        <List label="去哪里">
          <Cell label={hall.name} detail={hall.address} to="hall" query={{ id: hall.id }} />
        </List>
      </Box>
      {(isToCome || isForOther || priority !== 'none') && (
        <Box as="section" className={styles.card}>
          {isToCome && (
            <>
              <Box as="h2" className={styles.heading}>
                要带什么
              </Box>
              {materials.length === 0 && <Box as="p">什么都不用带，人来就行。</Box>}
              <Box as="ul" className={styles.lines}>
                {materials.map(({ name, note, isRequired }) => (
                  <Box as="li" key={name} className={styles.line}>
                    {[name, note === null || note === '' ? '' : `（${note}）`, isRequired ? '' : '，有就带上'].join('')}
                  </Box>
                ))}
              </Box>
            </>
          )}
          {isForOther && person !== null && (
            <Box as="p" className={styles.line}>
              替 {person} 约的{relation !== null && `（${relation}）`}
            </Box>
          )}
          {priority !== 'none' && (
            <Box as="p" className={styles.line}>
              {priorityWords[priority]}优先：签到后先叫号
            </Box>
          )}
          {isToCome && (
            <Box as="p" className={styles.quiet}>
              {now.getTime() <= Date.parse(changeUntil)
                ? `${sayTime(new Date(changeUntil), now)} 前可以自己改时间或取消`
                : '自己改时间、取消的时限已过；来不了，请给大厅打电话'}
            </Box>
          )}
        </Box>
      )}
    </>
  )
}
