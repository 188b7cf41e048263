import type { Whistle } from '@xinban/shared/contracts'
import { sayTime, whistleKindWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { MapLink } from '@/components/map-link/map-link'
import { Fact } from '@/components/order-view/fact'
import { WhistleBadge } from '@/components/status-badge/whistle-badge'
import { Tag } from '@/components/tag/tag'
import { tellDue } from '../words'
import styles from './index.module.scss'

/** What is asked, where, and by whom. */
export function WhistleFacts({ whistle, now }: { whistle: Whistle; now: Date }) {
  const { no, kind, status, title, content, place, point, placeCode, street, lead, due, order, blownAt } = whistle
  return (
    <Box as="section" className={styles.card}>
      <Box className={styles.head}>
        <WhistleBadge status={status} />
        {due && <Tag tone={due.isOverdue ? 'alarm' : 'calm'}>{tellDue(due, now)}</Tag>}
        {whistle.isSentBack && <Tag>退回过</Tag>}
      </Box>
      <Box as="h2" className={styles.title}>
        {title}
      </Box>
      {content !== null && (
        <Box as="p" className={styles.content}>
          {content}
        </Box>
      )}
      <Box as="dl" className={styles.facts}>
        <Fact name="地点">{place}</Fact>
        <Fact name="类别">{whistleKindWords[kind]}</Fact>
        <Fact name="吹哨">
          {street?.name ?? '街道'}，{sayTime(new Date(blownAt), now)}
        </Fact>
        <Fact name="牵头">{lead?.name}</Fact>
        <Fact name="哨号">{no}</Fact>
      </Box>
      {point && <MapLink point={point} name={place} />}
      {order && (
        <Link
          to="order"
          query={{ id: order.id, as: 'staff' }}
          className={styles.link}
          label={`看关联的单：${order.title}`}
        >
          关联的单：{order.title}
        </Link>
      )}
      {placeCode !== null && (
        <Box className={styles.code}>
          <Box as="p" className={styles.codeName}>
            现场到场码
          </Box>
          <Box as="p" className={styles.codeDigits}>
            {placeCode}
          </Box>
          <Box as="p" className={styles.detail}>
            只在现场给到场的部门看，他们输入后就算报到
          </Box>
        </Box>
      )}
    </Box>
  )
}
