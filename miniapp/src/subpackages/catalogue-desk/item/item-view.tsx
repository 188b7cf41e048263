import type { EditableItem } from '@xinban/shared/contracts'
import { guideRemark, kindWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { GuideText } from '@/components/guide/guide-text'
import { ItemBadge } from '@/components/status-badge/item-badge'
import { useNow } from '@/hooks/use-now'
import { tellOfferers } from '@/words/items'
import { ItemActions } from './item-actions'
import { ItemVersions } from './item-versions'
import styles from './index.module.scss'

interface ItemViewProps {
  item: EditableItem
  onChanged: () => void
}

export function ItemView({ item, onChanged }: ItemViewProps) {
  const now = useNow()
  const { content, offeredBy, publishedVersion } = item
  return (
    <Box className={styles.columns}>
      <Box className={styles.top}>
        <Box as="h2" className={styles.name}>
          {content.name}
        </Box>
        <Box as="p" className={styles.summary}>
          {content.summary}
        </Box>
        <Box className={styles.head}>
          <ItemBadge state={item.state} />
          <Box as="span" className={styles.facts}>
            {kindWords[content.kind]} · {content.category} ·{' '}
            {publishedVersion === null ? '还没有发布过' : `居民看到第 ${publishedVersion} 版`} ·{' '}
            {sayTime(new Date(item.updatedAt), now)} 更新
          </Box>
        </Box>
        <ItemNotes item={item} />
      </Box>
      <Box className={styles.aside}>
        <ItemActions item={item} onChanged={onChanged} />
        <Box className={styles.section}>
          <List>
            <Cell label="由谁提供" detail={tellOfferers(offeredBy)} to="item-offers" query={{ id: item.id }} />
          </List>
        </Box>
        {publishedVersion !== null && <ItemVersions key={publishedVersion} id={item.id} latest={publishedVersion} />}
      </Box>
      <Box className={styles.said}>
        <GuideText item={{ ...content, offeredBy, guide: { ...content.guide, remark: guideRemark } }} isHeadless />
        {content.everydayWords.length > 0 && (
          <Box as="p" className={styles.everyday}>
            常用说法：{content.everydayWords.join('、')}
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** What an editor may get wrong about what residents see now. */
function ItemNotes({ item: { state, hasDraft, offeredBy, publishedVersion } }: { item: EditableItem }) {
  const notes = [
    state === 'draft' && '这是草稿，居民还看不到。',
    state === 'closed' && '已经停办，居民现在点不到。已经点的单照常办。',
    hasDraft && publishedVersion !== null && `这里是还没有发布的修改，居民看到的还是第 ${publishedVersion} 版。`,
    offeredBy.length === 0 && '还没有单位提供这项服务，居民点不到。请选好由谁提供。',
  ].filter((note) => note !== false)
  return notes.map((note) => (
    <Box key={note} as="p" className={styles.note}>
      {note}
    </Box>
  ))
}
