import { useIsWide } from '@/platform/wide'
import { Desk } from '../desk/desk'
import { PhoneQueue } from './phone-queue'
import type { WorkbenchProps } from './workbench.types'

/** A desk where there is room for one, else what a phone shows. */
export function Workbench(props: WorkbenchProps) {
  const isWide = useIsWide()
  return isWide ? <Desk {...props} /> : <PhoneQueue {...props} />
}
