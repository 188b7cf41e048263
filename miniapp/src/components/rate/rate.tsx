import { View } from '@tarojs/components'
import { starWords } from '@xinban/shared/domain'
import { Box } from '../box/box'
import { FieldFrame } from '../field/field-frame'
import { allStars, type RateProps } from './rate.types'
import styles from './rate.module.scss'

export function Rate({ id, label, value, onChange, error }: RateProps) {
  return (
    <FieldFrame id={id} error={error}>
      <View id={id} ariaRole="radiogroup" ariaLabel={error === undefined ? label : `${label}，${error}`}>
        <Box className={styles.label}>{label}</Box>
        <Box className={styles.stars}>
          {allStars.map((stars) => {
            const isOn = value !== undefined && stars <= value
            return (
              <View
                key={stars}
                className={[styles.star, isOn && styles.on].filter(Boolean).join(' ')}
                ariaRole="radio"
                ariaChecked={stars === value}
                ariaLabel={`${stars} 星，${starWords[stars]}`}
                onClick={() => onChange(stars)}
              >
                {isOn ? '★' : '☆'}
              </View>
            )
          })}
        </Box>
        <Box className={styles.word}>{value === undefined ? '点一颗星' : starWords[value]}</Box>
      </View>
    </FieldFrame>
  )
}
