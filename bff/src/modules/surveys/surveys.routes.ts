import type { Bind } from '../../http/bind'
import { castBallot } from './commands/cast-ballot'
import { createSurvey, updateSurvey } from './commands/draft-survey'
import { closeSurvey, discardSurvey, publishSurvey } from './commands/move-survey'
import { presentResult, presentTexts } from './survey-result.presenter'
import { presentSurvey, presentSurveys } from './survey.presenter'

const target = ({ params, expectedVersion }: { params: { id: string }; expectedVersion: number | undefined }) => ({
  ...{ id: params.id, expectedVersion },
})

export function surveyRoutes(bind: Bind): void {
  bind.endpoint('surveys.list', ({ ctx, query }) => presentSurveys(ctx, query))
  bind.command('surveys.create', ({ ctx, body }) => createSurvey(ctx, body), presentSurvey)
  bind.endpoint('surveys.show', ({ ctx, params }) => presentSurvey(ctx, params.id))
  bind.endpoint('surveys.update', async (r) => {
    await updateSurvey(r.ctx, target(r), r.body)
    return presentSurvey(r.ctx, r.params.id)
  })
  bind.endpoint('surveys.discard', (r) => discardSurvey(r.ctx, target(r)))
  bind.command('surveys.publish', (r) => publishSurvey(r.ctx, target(r)), presentSurvey)
  bind.command('surveys.close', (r) => closeSurvey(r.ctx, target(r)), presentSurvey)
  // No `command`: an idempotency row would tie a person to a moment, and a device's trace too.
  bind.endpoint('surveys.cast', async (r) => {
    await castBallot(r.ctx, target(r), r.body)
    return { hasCast: true } as const
  })
  bind.endpoint('surveys.result', ({ ctx, params }) => presentResult(ctx, params.id))
  bind.endpoint('surveys.texts', ({ ctx, params, query }) => presentTexts(ctx, params.id, query))
}
