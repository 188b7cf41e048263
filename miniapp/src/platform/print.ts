/** WeChat prints nothing. */
export const printPage: (() => void) | null = null
