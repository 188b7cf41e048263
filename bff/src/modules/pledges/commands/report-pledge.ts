import type { Received } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { invalidField, wrongState } from '../../../errors'
import type { PledgeTarget } from '../lists/move-list'
import type { StoredMilestone, StoredTerms } from '../pledge.entity'
import { movePledge } from './move-pledge'

interface Report {
  readonly milestoneId?: string | undefined
  readonly progress?: number | undefined
  readonly indicators?: readonly { id: string; value: number }[] | undefined
}

/** The terms with what a report says of a milestone and of indicators. Throws invalid for ids that are none of theirs. */
function reported(terms: StoredTerms, report: Report, now: Date): StoredTerms {
  const { milestoneId, progress = 0, indicators = [] } = report
  if (milestoneId !== undefined && !terms.milestones.some(({ id }) => id === milestoneId)) {
    throw invalidField('milestoneId', 'unknown', '这件实事没有这个节点，请刷新后重选')
  }
  for (const [index, { id }] of indicators.entries()) {
    if (terms.indicators.some((own) => own.id === id)) continue
    throw invalidField(`indicators.${index}.id`, 'unknown', '这件实事没有这个指标，请刷新后重选')
  }
  const values = new Map(indicators.map(({ id, value }) => [id, value]))
  return {
    ...terms,
    milestones: terms.milestones.map((step) => (step.id === milestoneId ? stepped(step, progress, now) : step)),
    indicators: terms.indicators.map((own) => ({ ...own, value: values.get(own.id) ?? own.value })),
  }
}

const stepped = (step: StoredMilestone, progress: number, now: Date): StoredMilestone => ({
  ...step,
  progress,
  completedAt: progress === 100 ? (step.completedAt ?? now.toISOString()) : null,
  evidence: step.evidence + 1,
})

/** Whoever works on it reports progress: words, pictures, numbers. Throws as `movePledge` does, and invalid. */
export function progressPledge(ctx: Ctx, target: PledgeTarget, body: Received<'pledges.progress', 'body'>) {
  const { note, attachments, milestoneId, progress, indicators } = body
  return movePledge(ctx, target, 'progress', ({ pledge }) => ({
    change: { terms: reported(pledge.terms, body, ctx.now), reportedAt: ctx.now, staleAt: null },
    data: {
      ...(milestoneId !== undefined && { milestoneId }),
      ...(progress !== undefined && { progress }),
      ...(indicators && { indicators }),
    },
    ...{ words: { note }, attachments },
  }))
}

/** Reports a milestone as complete, with evidence. Throws as `progressPledge` does. */
export function completeMilestone(
  ctx: Ctx,
  target: PledgeTarget,
  body: Received<'pledges.complete-milestone', 'body'>,
) {
  const { note, attachments, milestoneId } = body
  return movePledge(ctx, target, 'complete-milestone', ({ pledge }) => {
    const isDone = pledge.terms.milestones.some(({ id, progress }) => id === milestoneId && progress === 100)
    if (isDone) throw wrongState('这个节点已经完成了；有补充，请用“报进展”')
    return {
      change: {
        terms: reported(pledge.terms, { milestoneId, progress: 100 }, ctx.now),
        reportedAt: ctx.now,
        staleAt: null,
      },
      data: { milestoneId, progress: 100 },
      ...{ words: { note }, attachments },
    }
  })
}
