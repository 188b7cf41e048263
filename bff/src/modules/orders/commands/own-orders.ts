import type { PublicCtx } from '../../../context'
import { execute } from '../../../db/sql'

/** Gives a person the orders that others placed on their behalf under their confirmed phone. */
export async function ownOrders(
  { services }: Pick<PublicCtx, 'services'>,
  personId: string,
  phoneHash: string,
): Promise<void> {
  await services.db.unitOfWork((em) =>
    execute(
      em,
      `UPDATE orders SET owner_id = ? WHERE owner_id IS NULL
        AND id IN (SELECT order_id FROM order_privates WHERE beneficiary_phone_hash = ?)`,
      [personId, phoneHash],
    ),
  )
}
