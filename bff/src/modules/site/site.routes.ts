import { chinaDate } from '@xinban/shared/domain'
import type { Services } from '../../context'
import { demoAccounts } from '../../demo/demo-accounts'
import type { Bind } from '../../http/bind'
import { findOrg, isValidOn, listOrgs, orgRef } from '../orgs'

export function siteRoutes(bind: Bind, { env, db, wechat }: Services): void {
  bind.endpoint('site.show', async ({ ctx }) => {
    const district =
      env.districtCode === null
        ? (await listOrgs(db.reader, { parentCode: null, level: 'district', afterCode: '', limit: 1 }))[0]
        : await findOrg(db.reader, env.districtCode)
    const isOpen = district !== undefined && isValidOn(district, chinaDate(ctx.now))
    return {
      isDemo: env.isDemo,
      district: isOpen ? orgRef(district) : null,
      demoAccounts: env.isDemo ? [...demoAccounts] : [],
      signInProviders: [
        ...(wechat ? (['wechat'] as const) : []),
        'password' as const,
        ...(env.isDemo ? (['demo'] as const) : []),
      ],
    }
  })
}
