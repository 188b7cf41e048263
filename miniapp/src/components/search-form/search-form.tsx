import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import styles from './search-form.module.scss'

interface SearchFormProps {
  /** Of the field; pages that are left stay in the browser's document, so each page needs another. */
  id: string
  /** What is looked for, read out. */
  label: string
  placeholder: string
  onSearch: (q: string) => void
}

export function SearchForm({ id, label, placeholder, onSearch }: SearchFormProps) {
  const [typed, setTyped] = useState('')
  return (
    <Form className={styles.search} onSubmit={() => onSearch(typed.trim())}>
      <Box className={styles.searchField}>
        <Field
          id={id}
          label={label}
          type="search"
          placeholder={placeholder}
          value={typed}
          maxLength={50}
          onChange={(value) => {
            setTyped(value)
            if (value === '') onSearch('')
          }}
          isRequired
          isLabelUnseen
        />
      </Box>
      <Button size="small" isSubmit className={styles.searchButton}>
        查找
      </Button>
    </Form>
  )
}
