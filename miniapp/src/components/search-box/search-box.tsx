import { Box } from '../box/box'
import { Button } from '../button/button'
import { Field } from '../field/field'
import styles from './search-box.module.scss'

interface SearchBoxProps {
  /** Of the field; unique among the pages that may be open at once. */
  id: string
  /** What is searched, read out. */
  label: string
  placeholder: string
  value: string
  maxLength: number
  onChange: (value: string) => void
}

/** Searches while one types; there is nothing to press but what clears it. */
export function SearchBox({ id, label, placeholder, value, maxLength, onChange }: SearchBoxProps) {
  return (
    <Box className={styles.search} label={label} role="search">
      <Box className={styles.field}>
        <Field
          id={id}
          label={label}
          type="search"
          placeholder={placeholder}
          value={value}
          maxLength={maxLength}
          onChange={onChange}
          isRequired
          isLabelUnseen
        />
      </Box>
      {value !== '' && (
        <Button kind="plain" size="small" className={styles.clear} label="清空搜索" onPress={() => onChange('')}>
          清空
        </Button>
      )}
    </Box>
  )
}
