import * as z from 'zod/mini'
import { longestTemplate, templateActions, templatePurposes } from '../domain/templates/template'
import { Id, OrgRef, text } from './common'

/** Words that staff write again and again, kept by an org and offered to it and everyone below. */
export const Template = z.strictObject({
  id: Id,
  org: OrgRef,
  purpose: z.enum(templatePurposes),
  text: z.string(),
  /** How often it was put into a form. */
  useCount: z.int(),
  version: z.int(),
  allowedActions: z.array(z.enum(templateActions)),
})
export type Template = z.infer<typeof Template>

const TemplateText = text(longestTemplate)
const CreateTemplate = z.strictObject({
  /** For whose org; the first membership when it is absent. */
  membershipId: z.optional(Id),
  purpose: z.enum(templatePurposes),
  text: TemplateText,
})
export type CreateTemplate = z.output<typeof CreateTemplate>
const UpdateTemplate = z.strictObject({ text: TemplateText })
export type UpdateTemplate = z.output<typeof UpdateTemplate>

const params = z.strictObject({ id: Id })
const changeErrors = ['forbidden', 'not_found', 'lost_race', 'version_mismatch'] as const

export const templateContracts = {
  'templates.list': {
    summary:
      'Templates for one purpose that are offered to a membership: of its org and those above, the nearest org first, the most used first; all of them at once, because an org keeps at most 50',
    auth: 'person',
    query: z.strictObject({ membershipId: z.optional(Id), purpose: z.enum(templatePurposes) }),
    status: 200,
    response: z.strictObject({ items: z.array(Template) }),
    errors: ['forbidden'],
  },
  'templates.create': {
    summary: 'Keep words as a template of one’s org',
    auth: 'person',
    body: CreateTemplate,
    status: 201,
    response: Template,
    errors: ['forbidden', 'already_exists', 'wrong_state', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'templates.update': {
    summary: 'Change the words of a template',
    auth: 'person',
    params,
    body: UpdateTemplate,
    status: 200,
    response: Template,
    errors: [...changeErrors, 'already_exists'],
    takesVersion: true,
  },
  'templates.remove': {
    summary: 'Offer a template no longer',
    auth: 'person',
    params,
    status: 204,
    response: z.void(),
    errors: changeErrors,
    takesVersion: true,
  },
  'templates.use': {
    summary: 'Say that a template was put into a form: what is used most comes first',
    auth: 'person',
    params,
    status: 204,
    response: z.void(),
    errors: ['not_found'],
  },
} as const
