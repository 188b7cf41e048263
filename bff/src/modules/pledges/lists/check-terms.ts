import type { PledgeTerms } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import { invalidField, type FieldError } from '../../../errors'
import { findOrg } from '../../orgs'
import type { StoredMilestone } from '../pledge.entity'

/** Milestones that lie behind the deadline, or before the pledge begins. */
export function milestoneIssues(
  milestones: readonly Pick<StoredMilestone, 'title' | 'dueOn'>[],
  { startsOn, deadline }: { startsOn: string; deadline: string },
  path: string,
): FieldError[] {
  return milestones.flatMap(({ title, dueOn }, index): FieldError[] => {
    const at = `${path}milestones.${index}.dueOn`
    if (dueOn > deadline) {
      return [{ path: at, code: 'after_deadline', message: `节点“${title}”的日期 ${dueOn} 晚于完成期限 ${deadline}` }]
    }
    if (dueOn >= startsOn) return []
    return [{ path: at, code: 'before_start', message: `节点“${title}”的日期 ${dueOn} 早于开始的 ${startsOn}` }]
  })
}

/** What keeps a list of pledges from being published, all of it. */
export function termsIssues(
  pledges: readonly PledgeTerms[],
  startsOn: string,
  candidateIds: ReadonlySet<string>,
): FieldError[] {
  const used = new Set<string>()
  return pledges.flatMap((terms, index): FieldError[] => {
    const path = `pledges.${index}.`
    const { deadline, candidateId } = terms
    const issues = milestoneIssues(terms.milestones, { startsOn, deadline }, path)
    if (deadline < startsOn) {
      issues.push({ path: `${path}deadline`, code: 'past', message: `完成期限 ${deadline} 已经过了，请重新填写` })
    }
    if (candidateId === undefined) return issues
    if (!candidateIds.has(candidateId)) {
      issues.push({ path: `${path}candidateId`, code: 'unknown', message: '没有这个候选事项，请重新选择' })
    } else if (used.has(candidateId)) {
      issues.push({ path: `${path}candidateId`, code: 'taken', message: '这个候选事项已经用在另一件实事上' })
    }
    used.add(candidateId)
    return issues
  })
}

/** Refuses a unit that is none of the district's. Throws invalid. @param path of the responsible part */
export async function expectUnit(
  em: EntityManager,
  { unitCode }: PledgeTerms['responsible'],
  { districtCode, path }: { districtCode: string; path: string },
): Promise<void> {
  if (unitCode === undefined) return
  const unit = await findOrg(em, unitCode)
  if (unit?.level === 'unit' && unit.districtCode === districtCode) return
  throw invalidField(`${path}.unitCode`, 'unknown', '没有这个责任单位，请重新选择')
}
