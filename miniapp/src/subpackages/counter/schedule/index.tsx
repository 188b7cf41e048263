import type { Hall } from '@xinban/shared/contracts'
import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { HallDesk } from '../hall-desk'
import { Editor } from './editor'

/** When a hall serves what, and how many at once. */
export default function HallSchedulePage() {
  return (
    <Page title="大厅排班" isWide>
      <HallDesk>{(hall) => <ScheduleOf hall={hall} />}</HallDesk>
    </Page>
  )
}

function ScheduleOf({ hall }: { hall: Hall }) {
  const may = hall.allowedActions.includes('edit-schedule')
  const { data, problem, isLoading, reload } = useRemote('halls.schedule', may ? { params: { id: hall.id } } : null)
  if (hall.isClosed) return <Empty title="这个大厅停用了" detail="先在大厅名片里恢复，再排班" />
  if (!may) return <Empty title="你的身份不排这个大厅的班" detail="请找大厅的负责人，或者区管理员" />
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <Editor key={data.version} hall={hall} saved={data} onSaved={reload} />}
    </>
  )
}
