import type { TabName } from '@/platform/pages'

/** Strokes on a 24 × 24 ground; the pictures in `assets` that WeChat wants are drawn from the same. */
export const tabIcons: Record<TabName, string> = {
  home: 'M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5h4v5',
  pledges: 'M4 5.7l1.6 1.6L8.8 4M12 5.7h8M4 12.2l1.6 1.6 3.2-3.3M12 12.2h8M4 18.7l1.6 1.6 3.2-3.3M12 18.7h8',
  orders: 'M6 3.5h12v17l-3-2-3 2-3-2-3 2zM9 8.5h6M9 12.5h6',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
}
