import { useState } from 'react'
import type { Hall, Ticket } from '@xinban/shared/contracts'
import { priorities, type Priority } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { clockOf, priorityWords } from '@/words/bookings'
import styles from './index.module.scss'

const priorityOptions = priorities.map((value) => ({ value, word: priorityWords[value] }))

/** A number for whoever comes without a booking; nobody is sent away. */
export function DrawTicket({ hall, onChanged }: { hall: Hall; onChanged: () => void }) {
  const [itemId, setItem] = useState('')
  const [priority, setPriority] = useState<Priority>('none')
  const [drawn, setDrawn] = useState<Ticket>()
  const draw = useAct('tickets.draw')

  async function submit() {
    const body = { hallId: hall.id, priority, isForOther: true, ...(itemId !== '' && { itemId }) }
    const ticket = await draw.act({ body })
    if (!ticket) return
    setDrawn(ticket)
    setPriority('none')
    onChanged()
  }

  return (
    <Box as="section" className={styles.card}>
      <Form onSubmit={() => void submit()}>
        <Box as="h2" className={styles.heading}>
          没约的人取号
        </Box>
        <ProblemNote problem={draw.problem} />
        <Select
          id="draw-item"
          label="办什么"
          placeholder="先不说也可以"
          options={[{ value: '', word: '先不说' }, ...hall.items.map(({ id, name }) => ({ value: id, word: name }))]}
          value={itemId}
          onChange={setItem}
        />
        <Choice
          id="draw-priority"
          label="要优先照顾吗"
          options={priorityOptions}
          value={priority}
          onChange={setPriority}
          isInline
        />
        <Button isSubmit isBusy={draw.isBusy}>
          取号
        </Button>
      </Form>
      {drawn && (
        <Box as="p" className={styles.drawn} role="status">
          请告诉居民：{drawn.label} 号{drawn.before !== null && `，前面 ${drawn.before} 人`}
          {drawn.expectedAt !== null && `，大约 ${clockOf(drawn.expectedAt)}`}
        </Box>
      )}
    </Box>
  )
}
