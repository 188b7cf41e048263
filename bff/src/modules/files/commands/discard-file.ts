import type { Ctx } from '../../../context'
import { notFound, wrongState } from '../../../errors'
import { deleteUnattached, findFile } from '../file.repository'

/** The uploader takes an upload back. Throws not_found for someone else's, wrong_state when an order has taken it. */
export async function discardFile({ services, actor }: Ctx, id: string): Promise<void> {
  await services.db.unitOfWork(async (em) => {
    const file = await findFile(em, id)
    if (file?.uploaderId !== actor.personId) throw notFound('这张图片')
    if (!(await deleteUnattached(em, id))) throw wrongState('这张图片已经随单提交，不能再删除')
  })
  await services.fileStore.remove(id)
}
