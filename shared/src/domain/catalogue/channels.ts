/** The six ways of the national service platform in which an item can be handled, as codes. */
export const channels = ['at_once', 'online', 'nearby', 'one_visit', 'self_service', 'mobile'] as const
export type Channel = (typeof channels)[number]

export const channelWords: Record<Channel, string> = {
  at_once: '马上办',
  online: '网上办',
  nearby: '就近办',
  one_visit: '一次办',
  self_service: '自助办',
  mobile: '掌上办',
}

/** Stands under every guide: what the district publishes here never outranks the authority's own announcement. */
export const guideRemark = '以当地公布为准'
