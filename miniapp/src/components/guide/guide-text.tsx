import type { ReactNode } from 'react'
import type { Guide, ServiceItem } from '@xinban/shared/contracts'
import { channelWords } from '@xinban/shared/domain'
import { Box } from '../box/box'
import styles from './guide-text.module.scss'

interface GuideTextProps {
  /** Name and summary stand elsewhere already. */
  isHeadless?: boolean
  item: Pick<ServiceItem, 'name' | 'summary' | 'guide' | 'offeredBy'>
}

/** A guide as residents read it; parts that say nothing are left out. */
export function GuideText({ item, isHeadless }: GuideTextProps) {
  const { guide, offeredBy } = item
  return (
    <Box as="article">
      {!isHeadless && (
        <>
          <Box as="h2" className={styles.name}>
            {item.name}
          </Box>
          <Box as="p" className={styles.summary}>
            {item.summary}
          </Box>
        </>
      )}
      <Box className={styles.card}>
        <Part title="谁可以点">{guide.audience}</Part>
        <Part title="多久办好">{guide.timeLimit.words}</Part>
        <Part title="费用">{guide.fee}</Part>
        <Part title="谁来办">{offeredBy.map(({ name }) => name).join('、')}</Part>
        <ListPart title="要准备什么" lines={guide.materials.map(sayMaterial)} empty="什么都不用准备" />
        <ListPart title="怎么办" lines={guide.steps} empty="" />
        <Part title="怎么办最方便">{guide.channels.map((channel) => channelWords[channel]).join('、')}</Part>
        <Part title="依据">{guide.basis.join('、')}</Part>
        <Part title="说明">{guide.remark}</Part>
      </Box>
      {guide.source !== '' && (
        <Box as="p" className={styles.source}>
          来源：{guide.source}（{[guide.region, guide.date].filter((part) => part !== '').join('，')}）
        </Box>
      )}
    </Box>
  )
}

/** 结婚证（带原件，有就带上） */
function sayMaterial({ name, note, isRequired }: Guide['materials'][number]): string {
  const more = [note, ...(isRequired ? [] : ['有就带上'])].filter((part) => part !== '')
  return more.length > 0 ? `${name}（${more.join('，')}）` : name
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  if (!children) return null
  return (
    <Box className={styles.part}>
      <Box as="h3" className={styles.partTitle}>
        {title}
      </Box>
      <Box className={styles.partText}>{children}</Box>
    </Box>
  )
}

function ListPart({ title, lines, empty }: { title: string; lines: readonly string[]; empty: string }) {
  if (lines.length === 0) return <Part title={title}>{empty}</Part>
  return (
    <Part title={title}>
      <Box as="ol" className={styles.lines}>
        {lines.map((line, index) => (
          <Box as="li" key={index} className={styles.line}>
            {lines.length > 1 && `${index + 1}. `}
            {line}
          </Box>
        ))}
      </Box>
    </Part>
  )
}
