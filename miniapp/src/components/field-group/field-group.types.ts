import type { PropsWithChildren } from 'react'

/** Fields that answer one question together. */
export type FieldGroupProps = PropsWithChildren<{
  /** Unique on the page; an error of the group as a whole moves the focus here. */
  id: string
  label: string
  hint?: string
  error?: string | undefined
  isOptional?: boolean
}>
