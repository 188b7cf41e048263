import { useReachBottom } from '@tarojs/taro'
import type { Membership } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { open } from '@/platform/navigation'
import { NeedCard } from '../needs/need-card'
import styles from '../forms.module.scss'

/** Needs that wait for their public answer, and the way to write down what was heard on a visit. */
export function NeedQueue({ membership }: { membership: Membership }) {
  const now = useNow()
  const needs = usePages('needs.list', { view: 'queue', state: 'waiting', membershipId: membership.id })
  useReachBottom(needs.loadMore)
  return (
    <>
      {membership.org.level === 'community' && (
        <Box className={styles.actions}>
          <Button size="small" onPress={() => open('new-need')}>
            记一条走访听到的
          </Button>
        </Box>
      )}
      <PagedList isInColumns pages={needs} empty={<Empty title="都答复完了" detail="居民提的新需求会出现在这里" />}>
        {(need) => (
          <NeedCard
            need={need}
            now={now}
            action={
              need.allowedActions.includes('answer') && (
                <Button
                  size="small"
                  label={`答复：${need.title}`}
                  onPress={() => open('pledge-need-answer', { id: need.id })}
                >
                  答复
                </Button>
              )
            }
          />
        )}
      </PagedList>
    </>
  )
}
