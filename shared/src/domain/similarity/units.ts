/**
 * Words of courtesy and of asking that say nothing about what is wrong or where. General petition language, longest
 * first, so that a phrase goes before its parts.
 */
const idlePhrases = [
  '尊敬的各级领导|尊敬的领导|各位领导|领导您好|尊敬的|敬爱的|百忙之中|不胜感激|非常感谢|万分感谢|此致敬礼',
  '相关部门|有关部门|相关单位|有关单位|政府部门|职能部门|上级部门|主管部门|各级政府|县委县政府|市委市政府',
  '给予重视|引起重视|高度重视|予以解决|尽快解决|早日解决|得到解决|请求解决|强烈要求|强烈请求|强烈反对|强烈建议',
  '坚决反对|强烈呼吁|老百姓|多次反映|多次投诉|一直没有|到目前为止|由于|因为|所以|但是|如果|而且|并且|以及|或者',
  '书记|市长|县长|区长|镇长|局长|领导|您好|你好|谢谢|感谢|请问|咨询|投诉|举报|反映|反应|请求|希望|盼望|呼吁|建议',
  '恳请|恳求|要求|强烈|坚决|质疑|关于|问题|情况|事宜|解决|处理|有关|相关|部门|政府|我们|你们|他们|自己|我是|本人',
  '什么|怎么|为何|为什么|哪里|哪些|如何|是否|可以|能否|能够|应该|现在|目前|已经|一直|多次|不能|没有|还是|就是|这个',
  '那个|这样|这种|一个|进行|严重|重视|居民|市民|群众|村民|业主|回复|答复|工作|时候|时间|今年|去年|明年|知道|觉得',
]
const idlePattern = new RegExp(idlePhrases.join('|'), 'gu')
/** Grammar words that names rarely hold. 和, 向, 都, 有 and the like do hold names: 和平路, 向阳小区. */
const idleUnits = new Set(Array.from('的了吗呢吧啊在是也就还又被把给让使于之该每很您你我他她它们个请'))

/** A Han character, or a whole run of Latin letters and digits (`204`, `a7`, `ktv`): numbers are never cut apart. */
const unitPattern = /[a-z0-9]+|\p{Script=Han}/gu
const breakPattern = /[^a-z0-9\p{Script=Han}]+/u

/** Units that stand together. */
export type Stretch = readonly string[]

/** Full-width forms folded, lower case. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Stretches of units between punctuation, courtesy and grammar words. `text` is folded. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const piece of text.replace(idlePattern, ' ').split(breakPattern)) {
    let stretch: string[] = []
    for (const unit of piece.match(unitPattern) ?? []) {
      if (!idleUnits.has(unit)) stretch.push(unit)
      else if (stretch.length > 0) {
        stretches.push(stretch)
        stretch = []
      }
    }
    if (stretch.length > 0) stretches.push(stretch)
  }
  return stretches
}

/** 30 bits of FNV-1a, stirred, so that the smallest values of a set are a fair sample of it. */
export function gramCode(gram: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < gram.length; index++) hash = Math.imul(hash ^ gram.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 2
}

/** Codes of all units, ascending, each once. */
export const unitCodes = (stretches: readonly Stretch[]): number[] =>
  sortedCodes(new Set(stretches.flat().map(gramCode)))

/** Codes of all pairs of neighbouring units, ascending, each once. */
export function gramCodes(stretches: readonly Stretch[]): number[] {
  const codes = new Set<number>()
  for (const stretch of stretches) {
    let before = ''
    for (const unit of stretch) {
      if (before !== '') codes.add(gramCode(before + unit))
      before = unit
    }
  }
  return sortedCodes(codes)
}

export const sortedCodes = (codes: ReadonlySet<number>): number[] => Array.from(codes).sort((a, b) => a - b)
