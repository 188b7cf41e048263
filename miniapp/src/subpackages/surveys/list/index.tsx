import { useState } from 'react'
import type { Membership, Survey } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { open } from '@/platform/navigation'
import { holdsSurveys } from '@/words/desk-entries'
import { tellPhase } from '../survey-words'
import styles from '../surveys.module.scss'

const tabs = [
  { key: 'held', word: '本单位发起的' },
  { key: 'mine', word: '请我参加的' },
] as const
type View = (typeof tabs)[number]['key']

/** Surveys that ask whoever is signed in, and for staff those of their org. */
export default function Surveys() {
  const session = useSession()
  const membership = useMembership()
  return (
    <Page title="满意度测评" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后能看到请你参加的测评" />}
      {session && (membership && holdsSurveys(membership.role) ? <Both membership={membership} /> : <Mine />)}
    </Page>
  )
}

function Both({ membership }: { membership: Membership }) {
  const [view, setView] = useState<View>('held')
  return (
    <>
      <Tabs label="哪些测评" tabs={[...tabs]} active={view} panelId="surveys" onChange={setView} />
      <Box id="surveys" role="tabpanel" label="测评">
        {view === 'held' ? <Held key={membership.id} membership={membership} /> : <Mine />}
      </Box>
    </>
  )
}

function Held({ membership }: { membership: Membership }) {
  const pages = usePages('surveys.list', { view: 'held', membershipId: membership.id })
  return (
    <>
      <Button kind="primary" className={styles.gap} onPress={() => open('edit-survey')}>
        发起测评
      </Button>
      <PagedList
        pages={pages}
        empty={<Empty title="还没有测评" detail="实事办得怎么样，请居民打个分：写几道题，定好时间就能开始" />}
      >
        {(survey) => <SurveyCard survey={survey} to="held-survey" />}
      </PagedList>
    </>
  )
}

function Mine() {
  const pages = usePages('surveys.list', { view: 'mine' })
  return (
    <PagedList pages={pages} empty={<Empty title="现在没有请你参加的测评" detail="社区发起测评后，会出现在这里" />}>
      {(survey) => <SurveyCard survey={survey} to={survey.phase === 'closed' ? 'survey-result' : 'survey'} />}
    </PagedList>
  )
}

function SurveyCard({ survey, to }: { survey: Survey; to: 'held-survey' | 'survey' | 'survey-result' }) {
  const now = useNow()
  const { id, title, org, turnout, hasCast, phase } = survey
  const facts = [
    org.name,
    tellPhase(survey, now),
    to === 'held-survey' && turnout ? `${turnout.ballots} 人参加` : null,
    to === 'survey' && hasCast ? '你已参加' : null,
    to === 'survey-result' && phase === 'closed' ? '看结果' : null,
  ]
  return (
    <Box as="li">
      <Link to={to} query={{ id }} className={styles.card}>
        <Box as="p" className={styles.name}>
          {title}
        </Box>
        <Box as="p" className={styles.detail}>
          {facts.filter(Boolean).join(' · ')}
        </Box>
      </Link>
    </Box>
  )
}
