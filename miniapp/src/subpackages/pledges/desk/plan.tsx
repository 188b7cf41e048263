import { useReachBottom } from '@tarojs/taro'
import type { Membership } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import { Button } from '@/components/button/button'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { Empty, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { say } from '@/platform/messages'
import { PlanList } from './plan-list'

/** The lists of one's org and below, each on one page with what comes next. */
export function Plan({ membership }: { membership: Membership }) {
  const now = useNow()
  const year = Number(chinaDate(now).slice(0, 4))
  const { org } = membership
  const lists = usePages('pledge-lists.list', { org: org.code, year })
  useReachBottom(lists.loadMore)
  const begin = useAct('pledge-lists.create')

  async function start() {
    if (!(await begin.act({ body: { orgCode: org.code, year } }))) return
    say('开始问需了，居民可以提需求')
    void lists.reload()
  }

  const starter = (
    <>
      <ProblemNote problem={begin.problem} />
      <Button kind="primary" size="small" isBusy={begin.isBusy} onPress={() => void start()}>
        开始今年的问需
      </Button>
    </>
  )
  return (
    <PagedFrame
      pages={lists}
      empty={
        <Empty title={`${year} 年的清单还没有开始`} detail="先问大家最想办什么，再票决、公布、办理" action={starter} />
      }
    >
      {lists.items.map((list) => (
        <PlanList key={list.id} list={list} now={now} onChanged={lists.put} onStale={() => void lists.reload()} />
      ))}
    </PagedFrame>
  )
}
