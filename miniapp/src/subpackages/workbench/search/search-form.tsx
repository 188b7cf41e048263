import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import styles from './search-form.module.scss'

interface SearchFormProps {
  /** Of the field; pages that are left stay in the browser's document, so each page needs another. */
  id: string
  onSearch: (q: string) => void
}

export function SearchForm({ id, onSearch }: SearchFormProps) {
  const [typed, setTyped] = useState('')
  return (
    <Form className={styles.search} onSubmit={() => onSearch(typed.trim())}>
      <Box className={styles.searchField}>
        <Field
          id={id}
          label="找单"
          type="search"
          placeholder="单号、标题或地点"
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
