import { Fragment } from 'react'
import { Box } from '../box/box'
import styles from './steps.module.scss'

interface StepsProps {
  words: readonly string[]
  /** How many are behind: the last of them is where it stands. */
  passed: number
}

/** How far along a thing is, as dots on a line. */
export function Steps({ words, passed }: StepsProps) {
  const at = words[passed - 1] ?? ''
  const mark = (isPassed: boolean, shape: string | undefined) =>
    [shape, isPassed && styles.passed].filter(Boolean).join(' ')
  return (
    <Box className={styles.steps} role="img" label={`共 ${words.length} 步，到第 ${passed} 步：${at}`}>
      {words.map((word, index) => (
        <Fragment key={word}>
          {index > 0 && <Box className={mark(index < passed, styles.line)} />}
          <Box className={mark(index < passed, styles.dot)} />
        </Fragment>
      ))}
    </Box>
  )
}
