import type { Bind } from '../../http/bind'
import { presentScores } from './scores.presenter'

export function scoreRoutes(bind: Bind): void {
  bind.endpoint('scores.show', ({ ctx, query }) => presentScores(ctx, query))
}
