import type { Order } from '@xinban/shared/contracts'

export interface OrderDialogProps {
  order: Order
  onClose: () => void
  onDone: (order: Order) => void
}
