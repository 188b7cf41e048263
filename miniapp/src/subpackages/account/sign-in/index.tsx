import { useState } from 'react'
import type { CreateSession, Site } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { hasWechat, signIn, signInWithWechat } from '@/platform/login'
import { goBack, startAnew } from '@/platform/navigation'
import { asProblem, type ApiProblem } from '@/platform/problem'
import { session } from '@/platform/session'
import { DemoAccounts } from './demo-accounts'
import { PasswordForm } from './password-form'
import styles from './index.module.scss'

export default function SignIn() {
  const { data: site, problem, isLoading, reload } = useRemote('site.show', {})
  return (
    <Page title="登录">
      {isLoading && <Skeleton cards={2} />}
      {problem && !site && <ErrorState problem={problem} onRetry={reload} />}
      {site && <WaysIn site={site} />}
    </Page>
  )
}

function WaysIn({ site }: { site: Site }) {
  const [problem, setProblem] = useState<ApiProblem>()
  const [isBusy, setBusy] = useState(false)
  const [owner] = useState(session.owner)

  async function enter(begin: () => Promise<void>) {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await begin()
      // The pages below hold the words of whoever was here before.
      if (owner !== null && session.get()?.person.id !== owner) startAnew()
      else goBack()
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }

  const enterWith = (credentials: CreateSession) => void enter(() => signIn(credentials))
  const offers = (provider: CreateSession['provider']) => site.signInProviders.includes(provider)
  return (
    <>
      <ProblemNote problem={problem} />
      {owner !== null && (
        <Box as="p" className={styles.lapsed} role="status">
          登录已失效，请重新登录。写了一半的还在。
        </Box>
      )}
      {hasWechat && offers('wechat') && (
        <Button kind="primary" isBusy={isBusy} className={styles.wechat} onPress={() => void enter(signInWithWechat)}>
          微信登录
        </Button>
      )}
      {offers('demo') && <DemoAccounts accounts={site.demoAccounts} isBusy={isBusy} onSignIn={enterWith} />}
      {offers('password') && <PasswordForm isBusy={isBusy} onSignIn={enterWith} />}
      <Box className={styles.privacy}>
        <Link to="privacy" className={styles.privacyLink}>
          存了什么、谁能看到：看隐私说明 ›
        </Link>
      </Box>
    </>
  )
}
