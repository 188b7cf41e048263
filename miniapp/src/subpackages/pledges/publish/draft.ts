import type { PledgeList, PledgeTerms } from '@xinban/shared/contracts'
import { pledgesOfAList, type PledgeCategory } from '@xinban/shared/domain'

/** A pledge as it is typed: everything is text until it is sent. */
export interface Draft {
  readonly key: string
  readonly candidateId?: string
  readonly title: string
  readonly category: PledgeCategory
  readonly measures: string
  readonly indicators: readonly { readonly name: string; readonly target: string; readonly unit: string }[]
  readonly milestones: readonly { readonly title: string; readonly weight: string; readonly dueOn: string }[]
  readonly deadline: string
  readonly yuan: string
  readonly source: string
  readonly unit: string
  readonly person: string
  readonly contact: string
}

const emptyDraft = {
  ...{ title: '', measures: '', deadline: '', yuan: '', source: '', unit: '', person: '', contact: '' },
  category: 'urgent_need',
  indicators: [{ name: '', target: '', unit: '' }],
  milestones: [{ title: '', weight: '1', dueOn: '' }],
} as const

/** One more that comes from no candidate. */
export const freshDraft = (key: string): Draft => ({ ...emptyDraft, key })

/** What the vote preferred, the most votes first, as many as a list has. */
export function draftsFrom({ candidates, consent }: PledgeList): Draft[] {
  const number = consent?.number ?? pledgesOfAList
  return [...candidates]
    .sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0) || a.number - b.number)
    .slice(0, number)
    .map(({ id, title, summary, category }) => ({
      ...emptyDraft,
      ...{ key: id, candidateId: id, title, category, measures: summary },
    }))
}

const isPositive = (value: string) => Number(value) > 0 && Number.isFinite(Number(value))

/** What is missing, in the order in which it stands on the page; empty when it can be sent. */
export function missingOf(draft: Draft): string[] {
  const texts: [string, string][] = [
    [draft.title, '标题'],
    [draft.measures, '怎么办'],
    [draft.deadline, '办完的日期'],
    [draft.source, '资金来源'],
    [draft.unit, '责任单位'],
    [draft.person, '责任人'],
    [draft.contact, '咨询电话'],
  ]
  const hasIndicators = draft.indicators.every(({ name, target, unit }) => name && isPositive(target) && unit)
  const hasSteps = draft.milestones.every(({ title, weight, dueOn }) => title && isPositive(weight) && dueOn)
  return [
    ...texts.flatMap(([value, word]) => (value.trim() === '' ? [word] : [])),
    ...(hasIndicators ? [] : ['指标']),
    ...(hasSteps ? [] : ['分步计划']),
    ...(/^\d{1,11}(\.\d{1,2})?$/.test(draft.yuan.trim()) ? [] : ['资金']),
  ]
}

/** As the server takes it; for a draft that misses nothing. */
export const termsFrom = (draft: Draft): PledgeTerms => ({
  ...{ title: draft.title, category: draft.category, measures: draft.measures, deadline: draft.deadline },
  ...{ contact: draft.contact, responsible: { unit: draft.unit, person: draft.person } },
  indicators: draft.indicators.map(({ name, target, unit }) => ({ name, unit, target: Number(target) })),
  milestones: draft.milestones.map(({ title, weight, dueOn }) => ({ title, dueOn, weight: Number(weight) })),
  budget: { fen: Math.round(Number(draft.yuan) * 100), source: draft.source },
  ...(draft.candidateId !== undefined && { candidateId: draft.candidateId }),
})
