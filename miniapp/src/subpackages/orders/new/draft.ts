import type { PlaceOrderInput } from '@xinban/shared/contracts'
import { orderKinds, type OrderKind, type Point } from '@xinban/shared/domain'

/** What stands in the form; every field as typed. */
export interface Draft {
  kind: OrderKind
  serviceItemId: string
  /** What the kind was before a service was taken from the hints; empty while none was. */
  ownKind: OrderKind | ''
  communityCode: string
  title: string
  content: string
  place: string
  /** Name of the listed place that was chosen last; the words may go on after it. */
  placeName: string
  /** GCJ-02: of the chosen place, or where the person stands. */
  point: Point | null
  isOwnPoint: boolean
  contactName: string
  contactPhone: string
  contactAddress: string
  isOnBehalf: boolean
  behalfName: string
  behalfPhone: string
  behalfRelation: string
  /** They agreed that their data is handed on; asked again each time. */
  hasConsent: boolean
  urgency: 'normal' | 'urgent'
  visibility: 'private' | 'public'
}

export const isKind = (value: string | undefined): value is OrderKind =>
  (orderKinds as readonly (string | undefined)[]).includes(value)

export const emptyDraft: Draft = {
  kind: 'issue',
  serviceItemId: '',
  ownKind: '',
  communityCode: '',
  title: '',
  content: '',
  place: '',
  placeName: '',
  point: null,
  isOwnPoint: false,
  contactName: '',
  contactPhone: '',
  contactAddress: '',
  isOnBehalf: false,
  behalfName: '',
  behalfPhone: '',
  behalfRelation: '',
  hasConsent: false,
  urgency: 'normal',
  visibility: 'private',
}

/** Only what concerns everyone may be shown to everyone. */
export const mayBePublic = (kind: OrderKind): boolean => kind === 'issue' || kind === 'suggestion' || kind === 'wish'

/** An empty field is not sent; undefined when nothing of the group was filled in. */
function filled<Fields extends Record<string, string>>(fields: Fields): Partial<Fields> | undefined {
  const entries = Object.entries(fields).filter(([, value]) => value.trim() !== '')
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Partial<Fields>)
}

export function toBody(draft: Draft): PlaceOrderInput {
  const location = { ...filled({ place: draft.place }), ...draft.point }
  const contact = filled({ name: draft.contactName, phone: draft.contactPhone, address: draft.contactAddress })
  return {
    kind: draft.kind,
    communityCode: draft.communityCode,
    title: draft.title,
    content: draft.content,
    urgency: draft.urgency,
    visibility: mayBePublic(draft.kind) ? draft.visibility : 'private',
    ...(draft.serviceItemId !== '' && { serviceItemId: draft.serviceItemId }),
    ...(Object.keys(location).length > 0 && { location }),
    ...(contact && { contact }),
    ...(draft.isOnBehalf && {
      onBehalfOf: {
        name: draft.behalfName,
        relation: draft.behalfRelation,
        consent: true,
        ...filled({ phone: draft.behalfPhone }),
      },
    }),
  }
}
