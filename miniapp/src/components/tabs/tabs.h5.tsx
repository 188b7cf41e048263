import type { KeyboardEvent } from 'react'
import { useFieldId } from '@/hooks/use-field-id'
import type { TabsProps } from './tabs.types'
import styles from './tabs.module.scss'

const steps: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** One stop for the Tab key; the arrows go from tab to tab. */
export function Tabs<Key extends string>({ label, tabs, active, panelId, onChange }: TabsProps<Key>) {
  const ownPanelId = useFieldId(panelId)
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const index = tabs.findIndex(({ key }) => key === active)
    const next = (index + step + tabs.length) % tabs.length
    const target = tabs[next]
    if (!target) return
    onChange(target.key)
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')
    buttons[next]?.focus()
  }
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ key, word, count }) => (
        <button
          key={key}
          type="button"
          role="tab"
          className={[styles.tab, key === active && styles.active].filter(Boolean).join(' ')}
          aria-selected={key === active}
          aria-controls={ownPanelId}
          tabIndex={key === active ? 0 : -1}
          onClick={() => onChange(key)}
        >
          {word}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </button>
      ))}
    </div>
  )
}
