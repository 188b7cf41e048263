/** Weeks begin on Monday. */
export const weekHeads = [
  { short: '一', whole: '周一' },
  { short: '二', whole: '周二' },
  { short: '三', whole: '周三' },
  { short: '四', whole: '周四' },
  { short: '五', whole: '周五' },
  { short: '六', whole: '周六' },
  { short: '日', whole: '周日' },
] as const
