/** Whether there is room for a desk: WeChat's pages are phones. */
export const useIsWide = (): boolean => false
