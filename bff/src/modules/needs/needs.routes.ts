import type { Bind } from '../../http/bind'
import { answerNeed } from './commands/answer-need'
import { createNeed } from './commands/create-need'
import { groupNeed } from './commands/group-need'
import { presentNeed, presentNeeds, presentSimilarNeeds } from './need.presenter'

export function needRoutes(bind: Bind): void {
  bind.endpoint('needs.list', ({ ctx, query }) => presentNeeds(ctx, query))
  bind.command('needs.create', ({ ctx, body }) => createNeed(ctx, body), presentNeed)
  bind.endpoint('needs.show', ({ ctx, params: { id } }) => presentNeed(ctx, id))
  bind.endpoint('needs.similar', ({ ctx, params: { id } }) => presentSimilarNeeds(ctx, id))
  bind.command(
    'needs.group',
    ({ ctx, params: { id }, body, expectedVersion }) => groupNeed(ctx, { id, expectedVersion }, body.withId),
    presentNeed,
  )
  bind.command(
    'needs.answer',
    ({ ctx, params: { id }, body, expectedVersion }) => answerNeed(ctx, { id, expectedVersion }, body),
    presentNeed,
  )
}
