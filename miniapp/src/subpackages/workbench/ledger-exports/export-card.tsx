import type { LedgerExport } from '@xinban/shared/contracts'
import { ledgers, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { formatWords, tellExporter, tellHandedOut, tellSelection } from './export-words'
import styles from '../record-cards.module.scss'

export function ExportCard({ record, now }: { record: LedgerExport; now: Date }) {
  const facts = [
    tellExporter(record),
    `${sayTime(new Date(record.at), now)} 导出`,
    ...tellSelection(record),
    tellHandedOut(record, now),
  ]
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.what}>
        {ledgers[record.ledger].word}（{formatWords[record.format]}）
      </Box>
      {facts.map((fact) => (
        <Box as="p" key={fact} className={styles.detail}>
          {fact}
        </Box>
      ))}
    </Box>
  )
}
