import fc from 'fast-check'
import { featuresOf, type OrderText } from './features'
import type { SimilarSide } from './similarity'

/** Made-up orders for tests: words that such orders use, strung together. */
const words = (
  '路灯不亮 垃圾成堆 下水道堵塞 电梯停运 噪音扰民 乱停车 幸福小区 曙光路 三中 3栋 12号楼 204路 第二小学 长沙县 金台区 ' +
  '请求 解决 的 了 ， 。 ktv Ａ1 😀 半夜 物业 消防通道 公交站 加装 修好'
).split(' ')
const sentence = (maxLength: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength }).map((parts) => parts.join(''))

export const orderTexts: fc.Arbitrary<OrderText> = fc.record({
  title: fc.oneof(sentence(6), fc.string({ unit: 'binary', maxLength: 20 })),
  content: fc.oneof(fc.constant(''), sentence(60), fc.string({ maxLength: 200 })),
  place: fc.option(sentence(3)),
})

const points = fc.record({
  lat: fc.double({ min: 34.3, max: 34.4, noNaN: true }),
  lng: fc.double({ min: 107.1, max: 107.2, noNaN: true }),
})

export const sides: fc.Arbitrary<SimilarSide> = fc.record({
  features: orderTexts.map(featuresOf),
  point: fc.option(points),
})

export const side = (title: string, content = '', place?: string): SimilarSide => ({
  features: featuresOf({ title, content, place }),
})
