import { starWords } from '@xinban/shared/domain'
import { useFieldId } from '@/hooks/use-field-id'
import { Box } from '../box/box'
import { FieldFrame, describedBy } from '../field/field-frame'
import { allStars, type RateProps } from './rate.types'
import styles from './rate.module.scss'

export function Rate({ id, label, value, onChange, error }: RateProps) {
  const ownId = useFieldId(id)
  return (
    <FieldFrame id={id} error={error}>
      <fieldset
        id={ownId}
        tabIndex={-1}
        className={styles.group}
        aria-describedby={describedBy(ownId, undefined, error)}
      >
        <legend className={styles.label}>{label}</legend>
        <div className={styles.stars}>
          {allStars.map((stars) => {
            const isOn = value !== undefined && stars <= value
            return (
              <label key={stars} className={[styles.star, isOn && styles.on].filter(Boolean).join(' ')}>
                <input
                  type="radio"
                  className={styles.input}
                  name={ownId}
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
