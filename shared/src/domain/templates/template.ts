import type { Role } from '../identity/roles'

/** What the words of a template are for: the form in which it is offered. */
export const templatePurposes = ['progress', 'fulfil', 'decline', 'grade', 'rework'] as const
export type TemplatePurpose = (typeof templatePurposes)[number]

export const templatePurposeWords: Record<TemplatePurpose, string> = {
  progress: '记进展',
  fulfil: '办结',
  decline: '退单',
  grade: '评单',
  rework: '返工',
}

/** UTF-16 units. */
export const longestTemplate = 500
/** Of one org for one purpose. */
export const maxTemplates = 50

const handling = ['progress', 'fulfil'] as const
const purposesByRole: Record<Role, readonly TemplatePurpose[]> = {
  grid_worker: handling,
  unit_staff: handling,
  community_staff: [...handling, 'decline'],
  street_staff: templatePurposes,
  district_admin: templatePurposes,
  auditor: [],
}

/** What a role writes templates for: its own forms, and those of everyone below. */
export const purposesOf = (role: Role): readonly TemplatePurpose[] => purposesByRole[role]

export const templateActions = ['update', 'remove'] as const
export type TemplateAction = (typeof templateActions)[number]

/** What makes two templates of an org the same: white space does not matter. */
export const templateKey = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
