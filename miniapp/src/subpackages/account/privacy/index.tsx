import { privacyNotice, privacyNoticeVersion } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Page } from '@/components/page/page'
import { useSession } from '@/hooks/use-session'
import styles from './index.module.scss'

/** Anyone may read it, also before they sign in. */
export default function Privacy() {
  const session = useSession()
  return (
    <Page title="隐私说明">
      {privacyNotice.map(({ title, lines }) => (
        <Box as="section" key={title} className={styles.part}>
          <Box as="h2" className={styles.title}>
            {title}
          </Box>
          {lines.map((line) => (
            <Box as="p" key={line} className={styles.line}>
              {line}
            </Box>
          ))}
        </Box>
      ))}
      {session && (
        <List label="接着看">
          <Cell label="我的资料存了什么" detail="也可以导出一份" to="stored-data" />
        </List>
      )}
      <Box as="p" className={styles.version}>
        从 {privacyNoticeVersion} 起用这一版
      </Box>
    </Page>
  )
}
