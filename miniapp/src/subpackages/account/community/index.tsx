import { useState } from 'react'
import type { OrgRef, Person } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { CommunityPicker } from '@/components/community-picker/community-picker'
import { Form } from '@/components/form/form'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useSession } from '@/hooks/use-session'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBack } from '@/platform/navigation'
import { session as sessionStore } from '@/platform/session'
import styles from './index.module.scss'

export default function MyCommunity() {
  const session = useSession()
  const [chosen, setChosen] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const update = useAct('me.update')
  const code = chosen ?? session?.person.community?.code

  async function save() {
    setMissing(code === undefined)
    if (code === undefined) {
      focusField('mine-community')
      return
    }
    const me = await update.act({ body: { communityCode: code } })
    if (!me) return
    sessionStore.refresh(me)
    say('已改好')
    goBack()
  }

  if (!session) {
    return (
      <Page title="我的社区">
        <SignInPrompt detail="登录后可以选择住在哪个社区" />
      </Page>
    )
  }
  return (
    <Page title="我的社区">
      <Box as="p" className={styles.lead}>
        选你住的社区。点单会先送到这里。
      </Box>
      {session.person.community && <ConfirmedNote person={session.person} community={session.person.community} />}
      <ProblemNote problem={update.problem} />
      <Form onSubmit={() => void save()}>
        <CommunityPicker
          id="mine"
          value={code}
          error={isMissing ? '请选择社区' : update.problem?.fields.communityCode}
          onChange={setChosen}
        />
        <Button kind="primary" isSubmit isBusy={update.isBusy}>
          保存
        </Button>
      </Form>
    </Page>
  )
}

/** Whether the community knows that they live there, and how to have it confirmed. */
function ConfirmedNote({ person, community }: { person: Person; community: OrgRef }) {
  return (
    <Box as="p" className={styles.lead}>
      {person.isVerified
        ? `${community.name}已核实你住在这里，你可以参加票决和测评。换了社区，要请新社区再核实一次。`
        : `${community.name}还没有核实你住在这里，票决和测评要核实过才能参加。${
            person.phone === null ? '请先在“我的资料”里确认手机号，再' : '请'
          }带上手机和身份证，到社区请工作人员核实；走不开的，可以请他们上门。`}
    </Box>
  )
}
