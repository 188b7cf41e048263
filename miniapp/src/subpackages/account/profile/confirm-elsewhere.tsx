import { Box } from '@/components/box/box'
import styles from './index.module.scss'

export function ConfirmElsewhere() {
  return (
    <Box as="p" className={styles.quiet}>
      手机号在微信小程序里确认，也可以请社区工作人员核对。
    </Box>
  )
}
