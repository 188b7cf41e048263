import { useState } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { purposesOf, templatePurposeWords, type TemplatePurpose } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useMembership, useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { TemplateList } from './template-list'
import styles from './index.module.scss'

/** The words that an org keeps for its forms, and those that are offered to it from above. */
export default function Templates() {
  const session = useSession()
  const membership = useMembership()
  const [first] = membership ? purposesOf(membership.role) : []
  return (
    <Page title="常用回复" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="工作人员登录后才能看到常用回复" />}
      {session && (!membership || !first) && (
        <Empty title="你的身份用不到常用回复" detail="常用回复给接单、办单、评单的工作人员用" />
      )}
      {membership && first && <TemplatesOf key={membership.id} membership={membership} first={first} />}
    </Page>
  )
}

function TemplatesOf({ membership, first }: { membership: Membership; first: TemplatePurpose }) {
  const asked = usePageQuery().purpose
  const purposes = purposesOf(membership.role)
  const [purpose, setPurpose] = useState(purposes.find((known) => known === asked) ?? first)
  return (
    <>
      <Box as="p" className={styles.lead}>
        {membership.org.name}的常用回复，同事都能用
        {membership.org.level === 'district' || membership.org.level === 'street' ? '，下面各单位也能用' : ''}
        。请不要写住户的姓名、电话和门牌号。
      </Box>
      <Tabs
        label="用在哪"
        tabs={purposes.map((key) => ({ key, word: templatePurposeWords[key] }))}
        active={purpose}
        panelId="templates"
        onChange={setPurpose}
      />
      <Box id="templates" role="tabpanel" label="常用回复">
        <TemplateList key={purpose} membership={membership} purpose={purpose} />
      </Box>
    </>
  )
}
