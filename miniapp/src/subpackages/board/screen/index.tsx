import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useSession } from '@/hooks/use-session'
import { useSite } from '@/hooks/use-site'
import { usePageQuery } from '@/platform/navigation'
import { BoardFrame } from './board-frame'
import { BoardView } from './board-view'
import { useBoard } from './use-board'

/**
 * The public board of a district, street or community: on a wall, on a phone and on paper. Without an org it is that of
 * one's own community, else of the district.
 */
export default function BoardPage() {
  const { org } = usePageQuery()
  const session = useSession()
  const site = useSite()
  const orgCode = org ?? session?.person.community?.code ?? site?.district?.code
  const { board, problem, isLoading, state, reload } = useBoard(orgCode)
  return (
    <BoardFrame board={board} state={state}>
      {orgCode === undefined && <Empty title="没有说是哪里的公示屏" detail="地址里要有 ?org= 和区划代码" />}
      {isLoading && <Skeleton />}
      {problem && !board && <ErrorState problem={problem} onRetry={reload} />}
      {board && <BoardView board={board} />}
    </BoardFrame>
  )
}
