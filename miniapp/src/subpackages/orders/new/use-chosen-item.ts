import { useEffect, useRef } from 'react'
import { useRemote } from '@/hooks/use-remote'
import type { ServiceItem } from '@xinban/shared/contracts'
import type { FieldsProps } from './form-fields.types'

/**
 * The service that is ordered; undefined while it is fetched, or where there is none. Its name is the title to begin with
 * where nothing stands there yet; whoever orders may change or clear it.
 */
export function useChosenItem({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>): ServiceItem | undefined {
  const { serviceItemId: id, title } = draft
  const { data: item } = useRemote('service-items.show', id === '' ? null : { params: { id }, query: {} })
  const named = useRef('')
  useEffect(() => {
    if (!item || item.id !== id || named.current === id) return
    named.current = id
    if (title === '') change({ title: item.name })
  })
  return item
}
