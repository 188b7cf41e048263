import type { ScoreRow } from '@xinban/shared/contracts'
import { partWords, sayApart, sayRank, sayRate, scoreParts, type RankKey } from '@xinban/shared/domain'
import { useIsWide } from '@/platform/wide'
import { Button } from '@/components/button/button'
import { Tag } from '@/components/tag/tag'
import { sayBound, sayComposite, sayCorrection } from '@/words/scores'
import { ScoreCards } from './score-cards'
import type { ScoreRowsProps } from './score-rows.types'
import styles from './index.module.scss'

/** A table on a desk, cards on a phone. */
export function ScoreRows(props: ScoreRowsProps) {
  const isWide = useIsWide()
  if (!isWide) return <ScoreCards {...props} />
  const { rows, by } = props
  return (
    <table className={styles.table} aria-label="排名">
      <thead>
        <tr>
          <th scope="col">名次</th>
          <th scope="col">名称</th>
          <Head by={by} of="composite" word="综合" />
          {scoreParts.map((part) => (
            <Head key={part} by={by} of={part} word={partWords[part]} />
          ))}
          <th scope="col">另计和更正</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.code} row={row} {...props} />
        ))}
      </tbody>
    </table>
  )
}

const Head = ({ by, of, word }: { by: RankKey; of: RankKey; word: string }) => (
  <th scope="col" aria-sort={by === of ? 'descending' : undefined}>
    {word}
  </th>
)

function Row({ row, by, ownCode, onOpen }: ScoreRowsProps & { row: ScoreRow }) {
  const { score, name, code, level } = row
  const bound = sayBound(score, by)
  const correction = sayCorrection(row)
  const apart = [...sayApart(score), ...(correction ? [correction] : [])]
  return (
    <tr>
      <td className={styles.place}>
        {sayRank(row)}
        {bound && <span className={styles.bound}>{bound}</span>}
      </td>
      <th scope="row">
        {name} {code === ownCode && <Tag>本单位</Tag>}
        {level === 'street' && (
          <Button
            size="small"
            kind="plain"
            className={styles.below}
            label={`看社区：${name}`}
            onPress={() => onOpen(code)}
          >
            看社区
          </Button>
        )}
      </th>
      <td className={styles.place}>{sayComposite(score.composite)}</td>
      {scoreParts.map((part) => (
        <td key={part}>{sayRate(part, score)}</td>
      ))}
      <td>
        {apart.length === 0
          ? '—'
          : apart.map((words) => (
              <span key={words} className={styles.line}>
                {words}
              </span>
            ))}
      </td>
    </tr>
  )
}
