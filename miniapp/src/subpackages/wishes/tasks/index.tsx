import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import type { Membership, Order } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { MyOrderCard } from '@/components/order/my-order-card'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { TaskForm } from './task-form'
import styles from '../wishes.module.scss'

/** What a department asks units and volunteer teams to do, and how far it is. */
export default function Tasks() {
  const session = useSession()
  const shown = useMembership()
  const by = shown?.role === 'unit_staff' ? shown : session?.memberships.find(({ role }) => role === 'unit_staff')
  return (
    <Page title="部门任务" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="部门的工作人员登录后可以发布任务" />}
      {session && !by && <Empty title="这里给部门用" detail="部门缺人手的事，在这里请单位和志愿队来帮忙" />}
      {by && <OwnTasks key={by.id} by={by} />}
    </Page>
  )
}

function OwnTasks({ by }: { by: Membership }) {
  const now = useNow()
  const [isWriting, setWriting] = useState(false)
  const tasks = usePages('tasks.list', { membershipId: by.id })
  useReachBottom(tasks.loadMore)
  const isDepartment = tasks.problem?.code !== 'forbidden'

  function done(task: Order) {
    setWriting(false)
    say(`已送${task.communityName}所在的街道审单`)
    void tasks.reload()
  }

  return (
    <>
      <Box as="p" className={styles.lead}>
        {by.org.name}缺人手的事，街道看过就上墙，单位和志愿队来领。办好以后由部门评一次。
      </Box>
      {isDepartment && isWriting && <TaskForm by={by} onDone={done} onCancel={() => setWriting(false)} />}
      {isDepartment && !isWriting && (
        <Box className={styles.actions}>
          <Button kind="primary" onPress={() => setWriting(true)}>
            发布任务
          </Button>
        </Box>
      )}
      <Box className={styles.heading} />
      <PagedList
        pages={tasks}
        isInColumns
        empty={<Empty title="还没有发布过任务" detail="写清要做什么、在哪个社区，街道审过就上墙" />}
      >
        {(task) => <MyOrderCard order={task} now={now} />}
      </PagedList>
    </>
  )
}
