import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { OrgRef, Volunteer } from '@xinban/shared/contracts'
import { volunteerStateWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty, ProblemNote } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { say } from '@/platform/messages'
import { ActivityCard } from '../activity-card'
import styles from '../volunteers.module.scss'
import { ActivityForm } from './activity-form'
import { TeamWords } from './team-words'

const tabs = [
  { key: 'dates', word: '活动' },
  { key: 'people', word: '队员' },
  { key: 'words', word: '介绍' },
] as const
type Tab = (typeof tabs)[number]['key']

export function Desk({ team }: { team: OrgRef }) {
  const [tab, setTab] = useState<Tab>('dates')
  return (
    <>
      <Tabs label="志愿队" tabs={tabs} active={tab} panelId="team-desk" onChange={setTab} />
      <Box id="team-desk" role="tabpanel" label={tabs.find(({ key }) => key === tab)?.word ?? ''}>
        {tab === 'dates' && <Dates team={team} />}
        {tab === 'people' && <People team={team} />}
        {tab === 'words' && <TeamWords team={team} />}
      </Box>
    </>
  )
}

function Dates({ team }: { team: OrgRef }) {
  const now = useNow()
  const [isWriting, setWriting] = useState(false)
  const activities = usePages('activities.list', { view: 'team', org: team.code })
  useReachBottom(activities.loadMore)
  function done() {
    setWriting(false)
    say('发出去了，队员可以报名')
    void activities.reload()
  }
  return (
    <>
      {isWriting ? (
        <ActivityForm team={team} now={now} onDone={done} />
      ) : (
        <Button kind="primary" onPress={() => setWriting(true)}>
          发一次活动
        </Button>
      )}
      <Box as="h2" className={styles.section}>
        发过的活动
      </Box>
      <PagedList pages={activities} empty={<Empty title="还没有发过活动" detail="点“发一次活动”，队员就能报名" />}>
        {(activity) => <ActivityCard activity={activity} now={now} />}
      </PagedList>
    </>
  )
}

function People({ team }: { team: OrgRef }) {
  const people = usePages('volunteers.list', { teamCode: team.code })
  useReachBottom(people.loadMore)
  return (
    <PagedList pages={people} empty={<Empty title="还没有队员" detail="写好介绍、打开招新，居民就能报名" />}>
      {(volunteer) => <Person volunteer={volunteer} onChanged={people.put} />}
    </PagedList>
  )
}

function Person({ volunteer, onChanged }: { volunteer: Volunteer; onChanged: (volunteer: Volunteer) => void }) {
  const decide = useAct('volunteers.decide')
  const { id, version, state, allowedActions } = volunteer
  const name = volunteer.name ?? '居民'
  async function answer(decision: 'accept' | 'refuse') {
    const changed = await decide.act({ params: { id }, version, body: { decision } })
    if (!changed) return
    say(decision === 'accept' ? '已收下' : '已婉拒')
    onChanged(changed)
  }
  return (
    <Box as="li" className={styles.card}>
      <Box as="p" className={styles.title}>
        {name}
      </Box>
      <Box as="p" className={styles.meta}>
        {volunteerStateWords[state]}
      </Box>
      <ProblemNote problem={decide.problem} />
      {allowedActions.includes('decide') && (
        <Box className={styles.actions}>
          <Button size="small" label={`同意${name}加入`} isBusy={decide.isBusy} onPress={() => void answer('accept')}>
            同意加入
          </Button>
          <Button size="small" label={`婉拒${name}`} isBusy={decide.isBusy} onPress={() => void answer('refuse')}>
            婉拒
          </Button>
        </Box>
      )}
    </Box>
  )
}
