import type { ItemErrors } from './item-errors'
import type { ItemForm } from './item-form'

export interface ItemFieldsProps {
  form: ItemForm
  change: (part: Partial<ItemForm>) => void
  errors: ItemErrors
}
