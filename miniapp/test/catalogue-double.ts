import type {
  EditableItem,
  ItemContent,
  ManagedItem,
  Membership,
  OfferableItem,
  ServiceItem,
} from '@xinban/shared/contracts'

export const district = { code: '610303', name: '金台区', level: 'district' as const }
export const editor: Membership = { id: 'm7', role: 'district_admin', org: district }

export const content = (part: Partial<ItemContent> = {}, guide: Partial<ItemContent['guide']> = {}): ItemContent => ({
  name: '高龄津贴',
  kind: 'service',
  category: '养老',
  summary: '高龄老人按月享受的补贴',
  everydayWords: ['老人补贴'],
  ...part,
  guide: {
    basis: ['《老年人权益保障法》'],
    audience: '本地户籍的高龄老人',
    materials: [{ name: '身份证', note: '带原件', isRequired: true }],
    steps: ['向社区申请', '街道审核'],
    timeLimit: { workingDays: 20, words: '受理后 20 个工作日内' },
    fee: '不收费',
    channels: ['nearby'],
    source: '区民政局',
    region: '金台区',
    date: '2026-11-01',
    ...guide,
  },
})

export const managed = (part: Partial<ManagedItem> = {}): ManagedItem => ({
  id: 'i1',
  districtCode: district.code,
  name: '高龄津贴',
  kind: 'service',
  category: '养老',
  state: 'open',
  version: 5,
  publishedVersion: 2,
  hasDraft: false,
  offeredBy: [district],
  isDemo: false,
  updatedAt: '2026-11-20T09:00:00+08:00',
  allowedActions: ['edit', 'close'],
  ...part,
})

export const editable = (part: Partial<EditableItem> = {}): EditableItem => ({
  ...managed(),
  content: content(),
  ...part,
})

export const published = (said: ItemContent = content()): ServiceItem => {
  const { everydayWords: _, ...shown } = said
  return {
    ...shown,
    ...{ id: 'i1', offeredBy: [district], isDemo: false, state: 'open', version: 2, latestVersion: 2 },
    publishedAt: '2026-11-20T09:00:00+08:00',
    guide: { ...said.guide, remark: '以当地公布为准' },
  }
}

export const offerable = (part: Partial<OfferableItem> = {}): OfferableItem => ({
  ...{ id: 'i1', name: '高龄津贴', kind: 'service', category: '养老', summary: '补贴', isDemo: false },
  isOfferedHere: false,
  offeredAbove: [],
  allowedActions: ['offer'],
  ...part,
})
