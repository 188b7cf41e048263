/** Opens the browser's own sheet; what is printed of a page is in the style sheets. */
export const printPage: (() => void) | null = () => window.print()
