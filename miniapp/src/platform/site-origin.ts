/** WeChat shows no addresses. */
export const siteOrigin = (): string | null => null
