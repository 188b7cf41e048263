import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useSession } from '@/hooks/use-session'
import { goBack } from '@/platform/navigation'
import { ChangeForm } from './change-form'
import styles from './index.module.scss'

export default function Password() {
  const session = useSession()
  return (
    <Page title="修改密码">
      {!session && <SignInPrompt detail="登录后才能修改密码" />}
      {session && !session.person.hasPassword && (
        <Empty
          title="你的账号不用密码"
          detail="你不是用密码登录的，没有密码要改"
          action={
            <Button size="small" onPress={goBack}>
              返回
            </Button>
          }
        />
      )}
      {session?.person.hasPassword && (
        <>
          <Box as="p" className={styles.lead}>
            改好后，其他设备上的登录都会退出；这台设备不用重新登录。
          </Box>
          <ChangeForm />
        </>
      )}
    </Page>
  )
}
