/** How many others need the same: `3 人附议`, `还没有人附议`. */
export const tellSeconds = (count: number): string => (count === 0 ? '还没有人附议' : `${count} 人附议`)
