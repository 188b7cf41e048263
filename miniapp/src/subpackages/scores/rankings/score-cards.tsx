import type { ScoreRow } from '@xinban/shared/contracts'
import { partWords, sayApart, sayRank, sayRate, scoreParts } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Tag } from '@/components/tag/tag'
import { sayBound, sayComposite, sayCorrection } from '@/words/scores'
import type { ScoreRowsProps } from './score-rows.types'
import styles from './index.module.scss'

/** One below the other, the best first. */
export function ScoreCards({ rows, ...props }: ScoreRowsProps) {
  return (
    <Box as="ul" className={styles.list}>
      {rows.map((row) => (
        <ScoreCard key={row.code} row={row} {...props} />
      ))}
    </Box>
  )
}

function ScoreCard({ row, by, ownCode, onOpen }: Omit<ScoreRowsProps, 'rows'> & { row: ScoreRow }) {
  const { name, score, code, level } = row
  const bound = sayBound(score, by)
  const correction = sayCorrection(row)
  return (
    <Box as="li" className={styles.card}>
      <Box as="p" className={styles.rank}>
        {sayRank(row)}
        {bound && (
          <Box as="span" className={styles.bound}>
            {bound}
          </Box>
        )}
      </Box>
      <Box as="h3" className={styles.name}>
        {name} {code === ownCode && <Tag>本单位</Tag>}
      </Box>
      <Box as="p" className={styles.figure}>
        综合 {sayComposite(score.composite)}
      </Box>
      {scoreParts.map((part) => (
        <Box as="p" key={part} className={styles.figure}>
          {partWords[part]} {sayRate(part, score)}
        </Box>
      ))}
      {sayApart(score).map((words) => (
        <Box as="p" key={words} className={styles.apart}>
          {words}
        </Box>
      ))}
      {correction && <Box className={styles.correction}>{correction}</Box>}
      {level === 'street' && (
        <Box className={styles.open}>
          <Button size="small" label={`看社区：${name}`} onPress={() => onOpen(code)}>
            看社区
          </Button>
        </Box>
      )}
    </Box>
  )
}
