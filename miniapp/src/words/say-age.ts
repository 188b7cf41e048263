const minute = 60_000

/** How long ago, roughly: `刚刚`, `5 分钟前`, `3 小时前`, `2 天前`. */
export function sayAge(instant: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / minute)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`
}

/** How a person is greeted at this hour of the day in China. */
export function greet(now: Date): string {
  const hour = (now.getUTCHours() + 8) % 24
  if (hour < 5) return '夜深了'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}
