import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import type { PartProps } from './part.types'
import styles from './index.module.scss'

/** The hall changed its hours: other times, one tap each. It closed: other halls that handle the same. */
export function Displaced({ booking, now, onDone, onStale }: PartProps & { now: Date }) {
  const move = useAct('bookings.move', onStale)
  const { id, displaced, version, hall, item } = booking
  if (!displaced) return null

  async function moveTo(start: string) {
    const moved = await move.act({ params: { id }, body: { start }, version })
    if (!moved) return
    say('换好了')
    onDone(moved)
  }

  return (
    <Box as="section" className={styles.alarm}>
      <Box as="h2" className={styles.heading}>
        {displaced.isHallClosed ? '大厅停用了，请换一个大厅' : '大厅改了时间，请换一个'}
      </Box>
      <Box as="p" className={styles.line}>
        {displaced.reason}
      </Box>
      <ProblemNote problem={move.problem} />
      <Box className={styles.offers}>
        {displaced.offers.map((start) => (
          <Button key={start} isBusy={move.isBusy} onPress={() => void moveTo(start)}>
            换到 {sayTime(new Date(start), now)}
          </Button>
        ))}
        {displaced.isHallClosed ? (
          <Button onPress={() => open('halls', { q: item.name })}>找能办这件事的大厅</Button>
        ) : (
          <Button kind="plain" onPress={() => open('book', { hall: hall.id, item: item.id, move: id })}>
            看别的时间
          </Button>
        )}
      </Box>
    </Box>
  )
}
