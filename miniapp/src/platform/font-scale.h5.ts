/** A browser scales its pages by itself; there is nothing to follow. */
export const systemFontScale = (): number => 1
