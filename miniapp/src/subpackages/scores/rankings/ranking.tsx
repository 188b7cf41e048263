import type { ScoreTable } from '@xinban/shared/contracts'
import { sayApart, sayPeriod, sayRate, sayTime, scoreParts, partWords, starWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Empty } from '@/components/states/states'
import { sayComposite, sayCorrection, whyBounds } from '@/words/scores'
import { ScoreRows } from './score-rows'
import styles from './index.module.scss'

interface RankingProps {
  table: ScoreTable
  now: Date
  ownCode: string
  onOpen: (org: string) => void
}

export function Ranking({ table, now, ownCode, onOpen }: RankingProps) {
  const { total, rows, org, period } = table
  const { score } = total
  const correction = sayCorrection(total)
  return (
    <>
      <Box as="section" className={styles.total}>
        <Box as="h2" className={styles.name}>
          {org.name}：综合 {sayComposite(score.composite)}
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
        <Box as="p" className={styles.apart}>
          {table.isFrozen
            ? `${sayPeriod(period)}已定稿，数字不再变；后来查明的写在更正里。`
            : `还没有定稿，算到 ${sayTime(new Date(table.asOf), now)}。`}
        </Box>
        {correction && <Box className={styles.correction}>{correction}</Box>}
      </Box>
      {rows.length === 0 ? (
        <Empty title="这里没有可以比的" detail="换一个“比什么”，或者看全区" />
      ) : (
        <ScoreRows rows={rows} by={table.by} ownCode={ownCode} onOpen={onOpen} />
      )}
      <RulesNote rules={table.rules} />
    </>
  )
}

function RulesNote({ rules: { name, version, source, weights, favourableFrom } }: Pick<ScoreTable, 'rules'>) {
  const parts = scoreParts.map((part) => `${partWords[part]} ${weights[part]}%`).join('、')
  return (
    <Box as="section" className={styles.rules}>
      <Box as="h2" className={styles.name}>
        怎么算的
      </Box>
      <Box as="p" className={styles.apart}>
        {whyBounds}
      </Box>
      <Box as="p" className={styles.apart}>
        综合 = {parts}；{favourableFrom} 星“{starWords[favourableFrom as 3]}”起算满意。按时限到期的月份计。
      </Box>
      <Box as="p" className={styles.apart}>
        规则：{name}（{version}）。依据：{source}
      </Box>
    </Box>
  )
}
