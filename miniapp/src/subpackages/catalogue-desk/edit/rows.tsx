import type { ReactNode } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { FieldGroup } from '@/components/field-group/field-group'
import { focusField } from '@/platform/focus'
import { idOf } from './item-errors'
import { moveRow, withoutRow } from './move-row'
import styles from './index.module.scss'

interface RowsProps<Row> {
  /** Key of the list in the errors. */
  name: string
  label: string
  hint?: string
  /** What one row is called: `第 2 步`. */
  wordOf: (index: number) => string
  addWord: string
  rows: readonly Row[]
  empty: Row
  max: number
  error: string | undefined
  isOptional?: boolean
  /** A row of several fields is read out as a group; a single field says enough itself. */
  hasManyFields?: boolean
  /** Key of the field that takes the focus when its row is added or moved. */
  firstFieldOf: (index: number) => string
  onChange: (rows: Row[]) => void
  children: (row: Row, index: number) => ReactNode
}

/** A list that is written row by row: added, removed, and put in order by buttons, which a keyboard reaches too. */
export function Rows<Row>(props: RowsProps<Row>) {
  const { name, label, hint, wordOf, addWord, rows, empty, max, error, isOptional, hasManyFields, onChange, children } =
    props
  /** The row has to stand there before the focus can go to it. */
  const lead = (key: string) => setTimeout(() => focusField(idOf(key)), 0)
  function move(from: number, to: number) {
    onChange(moveRow(rows, from, to))
    lead(props.firstFieldOf(to))
  }
  function remove(at: number) {
    onChange(withoutRow(rows, at))
    lead(rows.length > 1 ? props.firstFieldOf(Math.max(at - 1, 0)) : name)
  }
  function add() {
    onChange([...rows, empty])
    lead(props.firstFieldOf(rows.length))
  }
  return (
    <FieldGroup
      id={idOf(name)}
      label={label}
      error={error}
      isOptional={Boolean(isOptional)}
      {...(hint !== undefined && { hint })}
    >
      {rows.map((row, index) => (
        <Box key={index} className={styles.row} {...(hasManyFields && { role: 'group', label: wordOf(index) })}>
          {children(row, index)}
          <Box className={styles.tools}>
            {index > 0 && (
              <Button kind="plain" size="small" label={`上移${wordOf(index)}`} onPress={() => move(index, index - 1)}>
                上移
              </Button>
            )}
            {index < rows.length - 1 && (
              <Button kind="plain" size="small" label={`下移${wordOf(index)}`} onPress={() => move(index, index + 1)}>
                下移
              </Button>
            )}
            <Button kind="plain" size="small" label={`删去${wordOf(index)}`} onPress={() => remove(index)}>
              删去
            </Button>
          </Box>
        </Box>
      ))}
      {rows.length < max && (
        <Button size="small" onPress={add}>
          {addWord}
        </Button>
      )}
    </FieldGroup>
  )
}
