import type { ContactView } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { tellViewer } from '@/words/contact-views'
import type { ContactViewRowsProps } from './contact-view-rows.types'
import styles from './index.module.scss'

export const reasonOf = ({ reason }: ContactView): string =>
  reason === null ? '正在办这个单，不用写理由' : `理由：${reason}`

export function ContactViewCards({ views, now }: ContactViewRowsProps) {
  return (
    <Box as="ul" className={styles.list}>
      {views.map((view) => (
        <ContactViewCard key={view.id} view={view} now={now} />
      ))}
    </Box>
  )
}

function ContactViewCard({ view, now }: { view: ContactView; now: Date }) {
  return (
    <Box as="li" className={styles.card}>
      <Link to="order" query={{ id: view.order.id, as: 'staff' }} className={styles.link}>
        <Box as="p" className={styles.who}>
          {tellViewer(view)}
        </Box>
        <Box as="p" className={styles.why}>
          {reasonOf(view)}
        </Box>
        <Box as="p" className={styles.when}>
          {sayTime(new Date(view.at), now)} · 单号 {view.order.no}
        </Box>
      </Link>
    </Box>
  )
}
