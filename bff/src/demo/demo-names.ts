const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗')
const givenNames = ['秀英', '建国', '桂兰', '志强', '玉珍', '文军', '淑芬', '小平', '海燕', '永红', '丽娟', '新民']

/** A made-up name, the same for the same number. */
export function demoName(index: number): string {
  const surname = surnames[index % surnames.length] ?? '王'
  const given = givenNames[Math.floor(index / surnames.length + index * 7) % givenNames.length] ?? '小平'
  return surname + given
}

/** A number of a block that is not in use: `1990000xxxx`. */
export const demoPhone = (index: number): string => `1990000${String(index).padStart(4, '0')}`
