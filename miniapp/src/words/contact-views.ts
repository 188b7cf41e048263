import type { ContactView } from '@xinban/shared/contracts'
import { roleWords, type Role } from '@xinban/shared/domain'

/** To whom the page is offered; the server decides who may read it. */
export const readsContactViews = (role: Role): boolean => role === 'auditor' || role === 'district_admin'

/** Who looked: `王**（街道工作人员，中山东路街道）`. */
export function tellViewer({ viewer: { name, role, org } }: ContactView): string {
  const at = [roleWords[role], org?.name].filter(Boolean).join('，')
  return `${name ?? '工作人员'}（${at}）`
}
