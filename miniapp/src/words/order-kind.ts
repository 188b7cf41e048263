import type { OrderSummary } from '@xinban/shared/contracts'
import { kindWords } from '@xinban/shared/domain'

/** What sort of order it is; a department's task is a wish by its flow, and nobody's wish. */
export const sayKind = ({ kind, ownerOrg }: Pick<OrderSummary, 'kind' | 'ownerOrg'>): string =>
  ownerOrg ? '部门任务' : kindWords[kind]
