import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useElder } from '@/hooks/use-elder'
import { weeksOf } from '@/words/booking-days'
import { DayCell } from './day-cell'
import { DayList } from './day-list'
import { weekHeads } from './week-heads'
import type { DayCalendarProps } from './day-calendar.types'
import styles from './day-calendar.module.scss'

/** Where a key leads from a day, among `count`; undefined for every other key. Home and End are those of its week. */
function targetOf(key: string, at: number, count: number, column: number): number | undefined {
  const targets: Partial<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - 7,
    ArrowDown: at + 7,
    Home: Math.max(0, at - column),
    End: Math.min(count - 1, at + 6 - column),
  }
  const target = targets[key]
  return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target))
}
const turns: Partial<Record<string, 1 | -1>> = { PageUp: -1, PageDown: 1 }

/** A grid with one stop for the Tab key: arrows go from day to day, Page Up and Page Down turn to other days. */
export function DayCalendar(props: DayCalendarProps) {
  const { label, days, value, today, onPick, onTurn } = props
  const elder = useElder()
  const grid = useRef<HTMLTableElement>(null)
  const isTurning = useRef(false)
  const [reached, setReached] = useState<string>()
  const firstFree = days.find(({ canPick }) => canPick)?.date ?? days[0]?.date
  const stop = [reached, value].find((date) => days.some((day) => day.date === date)) ?? firstFree

  const range = days[0]?.date
  useEffect(() => {
    if (!isTurning.current) return
    isTurning.current = false
    grid.current?.querySelector<HTMLElement>('button[tabindex="0"], button:not([tabindex])')?.focus()
  }, [range])

  function move(event: KeyboardEvent<HTMLTableElement>) {
    const turn = turns[event.key]
    const at = days.findIndex(({ date }) => date === stop)
    const column = (event.target as HTMLElement).closest('td')?.cellIndex ?? 0
    const target = targetOf(event.key, at, days.length, column)
    if (turn === undefined && target === undefined) return
    event.preventDefault()
    if (turn !== undefined) {
      isTurning.current = true
      onTurn(turn)
    } else if (target !== undefined) {
      setReached(days[target]?.date)
      event.currentTarget.querySelectorAll<HTMLElement>('button')[target]?.focus()
    }
  }

  if (elder.isOn) return <DayList {...props} />
  return (
    <table ref={grid} role="grid" aria-label={label} className={styles.grid} onKeyDown={move}>
      <thead>
        <tr>
          {weekHeads.map(({ short, whole }) => (
            <th key={short} scope="col" className={styles.head} aria-label={whole}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={index}>
            {week.map((day, at) => (
              <td key={at} role="gridcell" aria-selected={day !== null && day.date === value}>
                {day && (
                  <DayCell
                    day={day}
                    today={today}
                    isChosen={day.date === value}
                    isStop={day.date === stop}
                    onPick={() => {
                      setReached(day.date)
                      onPick(day.date)
                    }}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
