import type { TabName } from '@/platform/pages'

export interface TabBarProps {
  active: TabName
}
