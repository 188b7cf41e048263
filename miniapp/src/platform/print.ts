/** WeChat prints nothing. */
export const printPage: (() => void) | null = null

/** Whether the page is being put on paper. */
export const useIsPrinted = (): boolean => false
