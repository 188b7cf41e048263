import type { Received } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { invalid, invalidField } from '../../../errors'
import type { Change } from '../chain/append-event'
import { expectUnit, milestoneIssues } from '../lists/check-terms'
import type { PledgeTarget } from '../lists/move-list'
import type { PledgeRow, StoredTerms } from '../pledge.entity'
import { movePledge } from './move-pledge'

type Amendment = Received<'pledges.amend', 'body'>['changes']
type Amended = Pick<PledgeRow, 'title' | 'terms'>

/** What an amendment changes, old and new, as people read it. The old is never overwritten: it stays in the events. */
export function amendPledge(ctx: Ctx, target: PledgeTarget, body: Received<'pledges.amend', 'body'>) {
  return movePledge(ctx, target, 'amend', async ({ pledge, em }) => {
    const { districtCode } = pledge
    const { responsible } = body.changes
    if (responsible) await expectUnit(em, responsible, { districtCode, path: 'changes.responsible' })
    const after = amended(pledge, body.changes)
    const changes = differences(pledge, after)
    if (changes.length === 0) throw invalidField('changes', 'nothing', '写的和现在一样，没有要调整的')
    const { startsOn, deadline, milestones } = after.terms
    // One whose date nobody changed stays where it is, unless the deadline moved before it.
    const issues = milestoneIssues(milestones, { startsOn, deadline }, 'changes.')
    if (issues.length > 0) throw invalid(issues)
    return {
      change: { title: after.title, terms: after.terms },
      data: { fields: changes.map(({ field }) => field) },
      words: { note: body.reason, changes },
    }
  })
}

function amended({ title, terms }: Amended, changes: Amendment): Amended {
  const { indicators = [], milestones = [], title: newTitle, ...plain } = changes
  refuseStrangers(terms, changes)
  const byId = <Item extends { id: string }>(items: readonly Item[]) => new Map(items.map((item) => [item.id, item]))
  const [targets, steps] = [byId(indicators), byId(milestones)]
  return {
    title: newTitle ?? title,
    terms: {
      ...terms,
      ...plain,
      indicators: terms.indicators.map((own) => ({ ...own, ...targets.get(own.id) })),
      milestones: terms.milestones.map((own) => ({ ...own, ...steps.get(own.id) })),
    },
  }
}

function refuseStrangers(terms: StoredTerms, { indicators = [], milestones = [] }: Amendment): void {
  const known = new Set([...terms.indicators, ...terms.milestones].map(({ id }) => id))
  for (const [name, items] of Object.entries({ indicators, milestones })) {
    const index = items.findIndex(({ id }) => !known.has(id))
    if (index >= 0) throw invalidField(`changes.${name}.${index}.id`, 'unknown', '这件实事没有这一项，请刷新后重选')
  }
}

const yuan = (fen: number) => `${(fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 元`

/** Everything that can be amended, by what people call it. */
function readable({ title, terms }: Amended): Record<string, string> {
  const { measures, deadline, budget, responsible, contact, indicators, milestones } = terms
  return {
    ...{ 名称: title, 措施: measures, 完成期限: deadline, 资金: `${yuan(budget.fen)}（${budget.source}）` },
    ...{ 责任: `${responsible.unit} ${responsible.person}`, 联系方式: contact },
    ...Object.fromEntries(
      indicators.map(({ name, target, unit }, index) => [`指标 ${index + 1}`, `${name} ${target} ${unit}`]),
    ),
    ...Object.fromEntries(
      milestones.map((step, index) => [`节点 ${index + 1}`, `${step.title}，权重 ${step.weight}，${step.dueOn}`]),
    ),
  }
}

function differences(before: Amended, after: Amended): Change[] {
  const [old, now] = [readable(before), readable(after)]
  return Object.keys(old).flatMap((field) => {
    const [from = '', to = ''] = [old[field], now[field]]
    return from === to ? [] : [{ field, from, to }]
  })
}
