import { Fragment } from 'react'
import { Box } from '../box/box'
import styles from './steps.module.scss'

interface StepsProps {
  words: readonly string[]
  /** How many are behind: the last of them is where it stands. */
  passed: number
  /** Says each step below its dot; without, the dots stand alone beside words that tell the same. */
  isWorded?: boolean
}

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')

/** How far along a thing is, as dots on a line. */
export function Steps({ words, passed, isWorded }: StepsProps) {
  const at = words[passed - 1] ?? ''
  return (
    <Box role="img" label={`共 ${words.length} 步，到第 ${passed} 步：${at}`}>
      <Box className={styles.steps}>
        {words.map((word, index) => (
          <Fragment key={word}>
            {index > 0 && <Box className={classes(styles.line, index < passed && styles.passed)} />}
            <Box className={classes(styles.dot, index < passed && styles.passed)} />
          </Fragment>
        ))}
      </Box>
      {isWorded && (
        <Box className={styles.words}>
          {words.map((word, index) => (
            <Box as="span" key={word} className={classes(styles.word, index === passed - 1 && styles.at)}>
              {word}
            </Box>
          ))}
        </Box>
      )}
    </Box>
  )
}
