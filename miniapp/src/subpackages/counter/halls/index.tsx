import { useReachBottom } from '@tarojs/taro'
import type { HallSummary, Membership } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tag } from '@/components/tag/tag'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { open } from '@/platform/navigation'
import { hallLevel } from '@/words/bookings'
import { servesHalls } from '@/words/desk-entries'
import styles from './index.module.scss'

/** The halls of a territory, closed ones too, for those who keep their cards. */
export default function KeptHalls() {
  const session = useSession()
  const membership = useMembership()
  const may = membership !== null && servesHalls(membership.role)
  return (
    <Page title="大厅名片" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="大厅的工作人员登录后可以维护名片" />}
      {session && !may && <Empty title="你的身份不维护大厅名片" detail="名片由社区、街道和区的工作人员维护" />}
      {may && <Kept key={membership.id} membership={membership} />}
    </Page>
  )
}

function Kept({ membership }: { membership: Membership }) {
  const halls = usePages('halls.list', { org: membership.org.code, state: 'all', limit: 50 })
  useReachBottom(halls.loadMore)
  return (
    <>
      <Box className={styles.add}>
        <Button kind="primary" onPress={() => open('edit-hall')}>
          加一个大厅
        </Button>
      </Box>
      <PagedList
        pages={halls}
        isInColumns
        empty={<Empty title="这里还没有大厅" detail="加上大厅，居民就能查到地址、打电话、预约" />}
      >
        {(hall) => <KeptHall hall={hall} />}
      </PagedList>
    </>
  )
}

function KeptHall({ hall }: { hall: HallSummary }) {
  const { id, name, address, phones, point } = hall
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.name}>
        {name} {hall.isClosed && <Tag>已停用</Tag>}
      </Box>
      <Box as="p" className={styles.detail}>
        {[hallLevel(hall), address, point ? null : '地图上还没有位置'].filter(Boolean).join(' · ')}
      </Box>
      <Box as="p" className={styles.detail}>
        {phones.length > 0 ? `电话 ${phones.join('、')}` : '还没有电话'}
      </Box>
      <Box className={styles.buttons}>
        <Button size="small" label={`修改名片：${name}`} onPress={() => open('edit-hall', { hall: id })}>
          修改名片
        </Button>
        <Button size="small" label={`时间和事项：${name}`} onPress={() => open('hall-schedule', { hall: id })}>
          时间和事项
        </Button>
        <Button size="small" kind="plain" label={`看名片：${name}`} onPress={() => open('hall', { id })}>
          看名片
        </Button>
      </Box>
    </Box>
  )
}
