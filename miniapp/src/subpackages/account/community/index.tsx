import { useState } from 'react'
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
