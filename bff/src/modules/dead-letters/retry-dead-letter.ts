import type { Ctx } from '../../context'
import { forbidden, notFound, wrongState } from '../../errors'
import { findMessage, revive } from '../../outbox/outbox.queries'
import { writeOutbox } from '../../outbox/write-outbox'
import { mayMend } from './dead-letter.policy'

/** Has a message tried again, with all its attempts before it. Throws forbidden, not_found, wrong_state. */
export function retryDeadLetter(ctx: Ctx, id: string): Promise<void> {
  return ctx.services.db.unitOfWork(async (em) => {
    const used = mayMend(ctx.actor)
    if (!used) throw forbidden('这一步由区管理员来做')
    if (!(await findMessage(em, id))) throw notFound('这条未送达的消息')
    if (!(await revive(em, id))) throw wrongState('这条消息已经重新发送了，请刷新后查看')
    await writeOutbox(em, 'dead-letter.retried', { messageId: id, by: used.id }, ctx.now)
  })
}
