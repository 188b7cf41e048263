import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ErrorState, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import styles from './index.module.scss'

interface DepartmentProps {
  department: OrgRef
  onChanged: () => void
}

/** One department, who is told when it is called, and taking it off the list. */
export function Department({ department: { code, name }, onChanged }: DepartmentProps) {
  const [isOpen, setOpen] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const remove = useAct('departments.remove')
  const add = useAct('departments.add')

  async function takeOff() {
    // Nothing is the answer of what went well.
    const answer: unknown = await remove.act({ params: { code } })
    setAsking(false)
    if (answer === undefined) return
    say(`${name}已移出名单`, {
      word: '撤销',
      run: () => void add.act({ params: { code } }).then(onChanged),
    })
    onChanged()
  }

  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.name}>
        {name}
      </Box>
      {isOpen && <Contacts code={code} />}
      <ProblemNote problem={remove.problem ?? add.problem} />
      <Box className={styles.actions}>
        <Button size="small" label={`${name}的联系人`} isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          联系人
        </Button>
        <Button size="small" label={`把${name}移出名单`} onPress={() => setAsking(true)}>
          移出名单
        </Button>
      </Box>
      {isAsking && (
        <Dialog
          title={`把${name}移出名单？`}
          confirmWord="移出名单"
          isDanger
          isBusy={remove.isBusy}
          onConfirm={() => void takeOff()}
          onCancel={() => setAsking(false)}
        >
          以后吹哨选不到它；已经吹了的哨照常办完。
        </Dialog>
      )}
    </Box>
  )
}

/** Its staff, who get every notice of a whistle and sign for it. */
function Contacts({ code }: { code: string }) {
  const { data, problem, reload } = useRemote('members.list', { query: { orgCode: code, role: 'unit_staff' } })
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  const names = data.items.map(({ name }) => name)
  return (
    <>
      <Box as="p" className={styles.detail}>
        {names.length === 0
          ? '还没有联系人，添加后才能收哨、领单。'
          : `收到哨、来签收的人：${names.join('、')}${data.nextCursor === null ? '' : '等'}`}
      </Box>
      <Box className={styles.actions}>
        <Button size="small" onPress={() => open('members', { org: code })}>
          {names.length === 0 ? '添加联系人' : '管理联系人'}
        </Button>
      </Box>
    </>
  )
}
