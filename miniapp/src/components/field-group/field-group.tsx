import { Box } from '../box/box'
import { FieldFrame } from '../field/field-frame'
import styles from './field-group.module.scss'
import type { FieldGroupProps } from './field-group.types'

export function FieldGroup({ id, label, hint, error, isOptional, children }: FieldGroupProps) {
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <Box id={id} role="group" label={error === undefined ? label : `${label}，${error}`}>
        <Box className={styles.label}>
          {label}
          {isOptional && (
            <Box as="span" className={styles.optional}>
              选填
            </Box>
          )}
        </Box>
        {children}
      </Box>
    </FieldFrame>
  )
}
