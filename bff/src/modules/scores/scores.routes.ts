import type { Bind } from '../../http/bind'
import { ownDistrict } from '../calendar'
import { freezeMonths } from './commands/freeze-months'
import { saveScoreRules } from './commands/save-score-rules'
import { presentFreeze, presentRules, presentRuleVersions } from './score-rules.presenter'
import { presentScores } from './scores.presenter'

export function scoreRoutes(bind: Bind): void {
  bind.endpoint('scores.show', ({ ctx, query }) => presentScores(ctx, query))

  bind.endpoint('score-freezes.show', async ({ ctx, query }) =>
    presentFreeze(ctx, query.districtCode ?? (await ownDistrict(ctx))),
  )
  bind.endpoint('score-freezes.freeze', async ({ ctx, params: { districtCode }, body }) => {
    await freezeMonths(ctx, { districtCode, ...body })
    return presentFreeze(ctx, districtCode)
  })

  bind.endpoint('score-rules.show', async ({ ctx, query }) =>
    presentRules(ctx, query.districtCode ?? (await ownDistrict(ctx))),
  )
  bind.endpoint('score-rules.save', async ({ ctx, body, expectedVersion }) => {
    await saveScoreRules(ctx, body, expectedVersion)
    return presentRules(ctx, body.districtCode)
  })
  bind.endpoint('score-rules.versions', async ({ ctx, query: { districtCode, ...pages } }) =>
    presentRuleVersions(ctx, districtCode ?? (await ownDistrict(ctx)), pages),
  )
}
