import { Box } from '@/components/box/box'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useSite } from '@/hooks/use-site'
import { say } from '@/platform/messages'
import { session } from '@/platform/session'
import { ConfirmPhone } from './confirm-phone'
import styles from './index.module.scss'

/** A phone is never typed: WeChat confirms it, or the community does. */
export function PhoneSection({ phone }: { phone: string | null }) {
  const isWechatOffered = useSite()?.signInProviders.includes('wechat') ?? false
  const update = useAct('me.update')

  async function confirm(phoneCode: string) {
    const me = await update.act({ body: { phoneCode } })
    if (!me) return
    session.refresh(me)
    say('手机号已确认')
  }

  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.title}>
        手机号
      </Box>
      <Box as="p" className={styles.phone}>
        {phone ?? '还没有确认手机号'}
      </Box>
      <Box as="p" className={styles.why}>
        {phone === null ? '确认后，' : ''}别人用这个号码替你点的单，也会出现在“我的单”里。
      </Box>
      <ProblemNote problem={update.problem} />
      <ConfirmPhone
        isKnown={phone !== null}
        isOffered={isWechatOffered}
        isBusy={update.isBusy}
        onCode={(code) => void confirm(code)}
      />
    </Box>
  )
}
