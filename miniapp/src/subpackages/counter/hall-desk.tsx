import { useState, type ReactNode } from 'react'
import type { Hall, Membership } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Select } from '@/components/select/select'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { servesHalls } from '@/words/desk-entries'
import styles from './hall-desk.module.scss'

interface HallDeskProps {
  /** `reload` asks for the hall again. */
  children: (hall: Hall, reload: () => void) => ReactNode
}

/** For those who serve at a hall of their org: leads to sign in, chooses the hall, fetches it. */
export function HallDesk({ children }: HallDeskProps) {
  const session = useSession()
  const membership = useMembership()
  if (!session) return <SignInPrompt detail="大厅的工作人员登录后使用" />
  if (!membership || !servesHalls(membership.role)) {
    return <Empty title="这里给大厅的工作人员用" detail="要约时间办事，请回首页点“我要预约”" />
  }
  return <Halls key={membership.id} membership={membership} show={children} />
}

function Halls({ membership, show }: { membership: Membership; show: HallDeskProps['children'] }) {
  const asked = usePageQuery().hall
  const [chosen, setChosen] = useState(asked)
  const code = membership.org.code
  const { data, problem, isLoading, reload } = useRemote('halls.list', { query: { org: code, limit: 100 } })
  const own = data?.items.filter(({ org }) => org.code === code) ?? []
  // One of a community below is named by the address; what may be done there, the hall says.
  const id = own.find((hall) => hall.id === chosen)?.id ?? asked ?? own[0]?.id
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && own.length === 0 && asked === undefined && (
        <Empty title="这里还没有服务大厅" detail="先到“大厅名片”里加一个，再来排班、叫号" />
      )}
      {own.length > 1 && (
        <Box className={styles.choice}>
          <Select
            id="own-hall"
            label="哪个大厅"
            placeholder="请选择"
            options={own.map((hall) => ({ value: hall.id, word: hall.name }))}
            value={id}
            onChange={setChosen}
            isRequired
          />
        </Box>
      )}
      {id !== undefined && <One key={id} id={id} show={show} />}
    </>
  )
}

function One({ id, show }: { id: string; show: HallDeskProps['children'] }) {
  const { data, problem, isLoading, reload } = useRemote('halls.show', { params: { id }, query: {} })
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && show(data, reload)}
    </>
  )
}
