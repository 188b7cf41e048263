import type { Slot } from '@xinban/shared/contracts'
import { clockOf, slotWords } from '@/words/bookings'
import { Box } from '../box/box'
import { Pick } from '../pick/pick'
import styles from './time-grid.module.scss'

interface TimeGridProps {
  slots: readonly Slot[]
  /** The start of the one that is chosen. */
  value: string | undefined
  onPick: (slot: Slot) => void
}

const halves = [
  { key: 'morning', word: '上午', has: (clock: string) => clock < '12:00' },
  { key: 'afternoon', word: '下午', has: (clock: string) => clock >= '12:00' },
] as const

/** The times of a day, morning and afternoon; a full one can be picked to wait for it. */
export function TimeGrid({ slots, value, onPick }: TimeGridProps) {
  return (
    <>
      {halves.map(({ key, word, has }) => {
        const shown = slots.filter(({ start }) => has(clockOf(start)))
        if (shown.length === 0) return null
        return (
          <Box key={key} as="section" className={styles.half}>
            <Box as="h3" className={styles.heading}>
              {word}
            </Box>
            <Box as="ul" className={styles.grid} label={`${word}的时间`}>
              {shown.map((slot) => (
                <Box as="li" key={slot.start}>
                  <Pick
                    label={slotWords(slot)}
                    isChosen={slot.start === value}
                    className={[styles.time, slot.left === 0 && styles.full].filter(Boolean).join(' ')}
                    onPick={() => onPick(slot)}
                  >
                    <Box as="span" className={styles.clock}>
                      {clockOf(slot.start)}
                    </Box>
                    <Box as="span" className={styles.left}>
                      {slot.left > 0 ? `余 ${slot.left}` : '满，候补'}
                    </Box>
                  </Pick>
                </Box>
              ))}
            </Box>
          </Box>
        )
      })}
    </>
  )
}
