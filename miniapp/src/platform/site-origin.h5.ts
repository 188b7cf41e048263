/** Where the pages are served from: what a code on a wall leads to. */
export const siteOrigin = (): string | null => window.location.origin
