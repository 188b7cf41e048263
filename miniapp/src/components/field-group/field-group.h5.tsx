import { useFieldId } from '@/hooks/use-field-id'
import { Box } from '../box/box'
import { FieldFrame, describedBy } from '../field/field-frame'
import styles from './field-group.module.scss'
import type { FieldGroupProps } from './field-group.types'

export function FieldGroup({ id, label, hint, error, isOptional, children }: FieldGroupProps) {
  const ownId = useFieldId(id)
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <fieldset id={ownId} tabIndex={-1} className={styles.group} aria-describedby={describedBy(ownId, hint, error)}>
        <legend className={styles.label}>
          {label}
          {isOptional && (
            <Box as="span" className={styles.optional}>
              选填
            </Box>
          )}
        </legend>
        {children}
      </fieldset>
    </FieldFrame>
  )
}
