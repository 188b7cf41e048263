import type { ServiceItemSummary } from '@xinban/shared/contracts'
import { kindWords, type OrderKind } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import styles from './index.module.scss'

const ownWords: readonly { kind: OrderKind; detail: string }[] = [
  { kind: 'issue', detail: '路灯坏了、噪声扰民、垃圾没人清' },
  { kind: 'wish', detail: '想要一根拐杖、想让孩子有人辅导' },
  { kind: 'suggestion', detail: '社区哪里可以做得更好' },
  { kind: 'consultation', detail: '这件事该找谁、要带什么' },
]

function byCategory(items: readonly ServiceItemSummary[]): [string, ServiceItemSummary[]][] {
  const groups = new Map<string, ServiceItemSummary[]>()
  for (const item of items) groups.set(item.category, [...(groups.get(item.category) ?? []), item])
  return [...groups]
}

/** Everything that can be ordered, in one's own words or from the catalogue. */
export function ItemGroups({ org }: { org: string | undefined }) {
  const items = useRemote('service-items.list', org ? { query: { org, limit: 100 } } : null)
  return (
    <>
      <Box as="section" className={styles.section}>
        <Box as="h2" className={styles.title}>
          用自己的话说
        </Box>
        <List>
          {ownWords.map(({ kind, detail }) => (
            <Cell key={kind} label={kindWords[kind]} detail={detail} to="new-order" query={{ kind }} />
          ))}
        </List>
      </Box>
      {items.isLoading && <Skeleton />}
      {items.problem && !items.data && <ErrorState problem={items.problem} onRetry={items.reload} />}
      {items.data?.items.length === 0 && (
        <Empty title="这里还没有上架服务" detail="可以先用自己的话说一件事，社区会来办" />
      )}
      {byCategory(items.data?.items ?? []).map(([category, group]) => (
        <Box as="section" key={category} className={styles.section}>
          <Box as="h2" className={styles.title}>
            {category}
          </Box>
          <List>
            {group.map((item) => (
              <Cell key={item.id} label={item.name} detail={item.summary} to="guide" query={{ id: item.id }} />
            ))}
          </List>
        </Box>
      ))}
    </>
  )
}
