/**
 * Every endpoint by its name: method and path under `/api/v1`. The name is also the title of its tests
 * and, for orders, begins the action in the audit trail. Free of schemas, so that the mini program can hold it.
 */
export const routes = {
  'site.show': ['GET', '/site'],
  'sessions.create': ['POST', '/sessions'],
  'sessions.end': ['DELETE', '/sessions/current'],
  'me.show': ['GET', '/me'],
  'me.update': ['PUT', '/me'],
  'me.delete': ['DELETE', '/me'],
  'me.change-password': ['PUT', '/me/password'],
  'me.stored': ['GET', '/me/stored'],
  'me.export': ['GET', '/me/export'],
  'consents.list': ['GET', '/me/consents'],
  'consents.give': ['POST', '/me/consents'],
  'consents.withdraw': ['DELETE', '/me/consents/:kind'],
  'orgs.list': ['GET', '/orgs'],
  'orgs.show': ['GET', '/orgs/:code'],
  'members.list': ['GET', '/members'],
  'members.grant': ['POST', '/members'],
  'members.revoke': ['DELETE', '/members/:id'],
  'service-items.list': ['GET', '/service-items'],
  'service-items.suggest': ['GET', '/service-items/suggest'],
  'service-items.manage': ['GET', '/service-items/manage'],
  'service-items.offerable': ['GET', '/service-items/offerable'],
  'service-items.create': ['POST', '/service-items'],
  'service-items.show': ['GET', '/service-items/:id'],
  'service-items.versions': ['GET', '/service-items/:id/versions'],
  'service-items.edit': ['GET', '/service-items/:id/draft'],
  'service-items.save-draft': ['PUT', '/service-items/:id/draft'],
  'service-items.discard-draft': ['DELETE', '/service-items/:id/draft'],
  'service-items.publish': ['POST', '/service-items/:id/publish'],
  'service-items.close': ['POST', '/service-items/:id/close'],
  'service-items.reopen': ['POST', '/service-items/:id/reopen'],
  'service-items.offer': ['PUT', '/service-items/:id/offers/:code'],
  'service-items.stop-offering': ['DELETE', '/service-items/:id/offers/:code'],
  'home.show': ['GET', '/home'],
  'orders.list': ['GET', '/orders'],
  'orders.counts': ['GET', '/orders/counts'],
  'orders.similar': ['GET', '/orders/similar'],
  'orders.place': ['POST', '/orders'],
  'orders.show': ['GET', '/orders/:id'],
  'orders.view-contact': ['POST', '/orders/:id/contact'],
  'contact-views.list': ['GET', '/contact-views'],
  'orders.accept': ['POST', '/orders/:id/accept'],
  'orders.decline': ['POST', '/orders/:id/decline'],
  'orders.resolve-decline': ['POST', '/orders/:id/resolve-decline'],
  'orders.dispatch': ['POST', '/orders/:id/dispatch'],
  'orders.progress': ['POST', '/orders/:id/progress'],
  'orders.fulfil': ['POST', '/orders/:id/fulfil'],
  'orders.withdraw': ['POST', '/orders/:id/withdraw'],
  'orders.rate': ['POST', '/orders/:id/rate'],
  'orders.grade': ['POST', '/orders/:id/grade'],
  'orders.rework': ['POST', '/orders/:id/rework'],
  'orders.approve': ['POST', '/orders/:id/approve'],
  'orders.second': ['POST', '/orders/:id/second'],
  'orders.merge': ['POST', '/orders/:id/merge'],
  'orders.unmerge': ['POST', '/orders/:id/unmerge'],
  'places.list': ['GET', '/places'],
  'places.community': ['GET', '/places/community'],
  'places.mentioned': ['GET', '/places/mentioned'],
  'places.create': ['POST', '/places'],
  'places.update': ['PUT', '/places/:id'],
  'places.close': ['POST', '/places/:id/close'],
  'places.reopen': ['POST', '/places/:id/reopen'],
  'files.upload': ['POST', '/files'],
  'files.show': ['GET', '/files/:id'],
  'files.discard': ['DELETE', '/files/:id'],
} as const satisfies Record<string, readonly ['GET' | 'POST' | 'PUT' | 'DELETE', `/${string}`]>

export type RouteName = keyof typeof routes
export const apiBase = '/api/v1'

/** Fills the `:name` parts of a path. Throws when one is missing: that is a mistake in the caller. */
export function fillPath(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`path ${path} needs ${name}`)
    return encodeURIComponent(value)
  })
}
