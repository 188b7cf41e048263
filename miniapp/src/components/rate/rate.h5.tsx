import { starWords } from '@xinban/shared/domain'
import { Box } from '../box/box'
import { FieldFrame, describedBy } from '../field/field-frame'
import { allStars, type RateProps } from './rate.types'
import styles from './rate.module.scss'

export function Rate({ id, label, value, onChange, error }: RateProps) {
  return (
    <FieldFrame id={id} error={error}>
      <fieldset id={id} tabIndex={-1} className={styles.group} aria-describedby={describedBy(id, undefined, error)}>
        <legend className={styles.label}>{label}</legend>
        <div className={styles.stars}>
          {allStars.map((stars) => {
            const isOn = value !== undefined && stars <= value
            return (
              <label key={stars} className={[styles.star, isOn && styles.on].filter(Boolean).join(' ')}>
                <input
                  type="radio"
                  className={styles.input}
                  name={id}
                  checked={stars === value}
                  aria-label={`${stars} 星，${starWords[stars]}`}
                  onChange={() => onChange(stars)}
                />
                <span aria-hidden="true">{isOn ? '★' : '☆'}</span>
              </label>
            )
          })}
        </div>
        <Box as="p" className={styles.word}>
          {value === undefined ? '点一颗星' : starWords[value]}
        </Box>
      </fieldset>
    </FieldFrame>
  )
}
