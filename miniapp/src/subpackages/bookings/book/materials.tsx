import { useState } from 'react'
import type { HallItem } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Checkbox } from '@/components/checkbox/checkbox'
import styles from './index.module.scss'

/** What to bring, to be ticked off at home: nobody is kept from booking by it. */
export function Materials({ materials }: { materials: HallItem['materials'] }) {
  const [ready, setReady] = useState<ReadonlySet<number>>(new Set())
  if (materials.length === 0)
    return (
      <Box as="p" className={styles.nothing}>
        这件事什么都不用带，人来就行。
      </Box>
    )
  const missing = materials.filter(({ isRequired }, index) => isRequired && !ready.has(index)).length
  return (
    <Box as="section" className={styles.materials}>
      <Box as="h2" className={styles.heading}>
        要带什么
      </Box>
      {materials.map(({ name, note, isRequired }, index) => (
        <Checkbox
          key={index}
          id={`material-${index}`}
          label={[name, note === null || note === '' ? null : `（${note}）`, isRequired ? null : '，有就带上']
            .filter(Boolean)
            .join('')}
          isChecked={ready.has(index)}
          onChange={(isReady) =>
            setReady((before) => new Set(isReady ? [...before, index] : [...before].filter((other) => other !== index)))
          }
        />
      ))}
      <Box as="p" className={styles.quiet} role="status">
        {missing === 0 ? '要带的都备好了' : `还有 ${missing} 样没备好，来之前记得带上`}
      </Box>
    </Box>
  )
}
