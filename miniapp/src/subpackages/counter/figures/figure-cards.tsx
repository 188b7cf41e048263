import { Box } from '@/components/box/box'
import { figureHeads, type FigureRowsProps } from './figure-words'
import styles from './index.module.scss'

/** One hall below the other. */
export function FigureCards({ items }: FigureRowsProps) {
  return (
    <Box as="ul" className={styles.list}>
      {items.map((figures) => (
        <Box as="li" key={figures.hall.id} className={styles.card}>
          <Box as="h2" className={styles.name}>
            {figures.hall.name}
          </Box>
          <Box as="dl" className={styles.facts}>
            {figureHeads.map(({ key, word, of }) => (
              <Box key={key} className={styles.fact}>
                <Box as="dt" className={styles.factName}>
                  {word}
                </Box>
                <Box as="dd" className={styles.factValue}>
                  {of(figures)}
                </Box>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
