import type { Guide } from '@xinban/shared/contracts'

interface DemoItem {
  readonly name: string
  readonly category: string
  readonly summary: string
  readonly audience: string
  readonly materials: readonly string[]
  readonly steps: readonly string[]
  /** Who offers it: the district everywhere, or the demo's street in its communities. */
  readonly offeredBy: 'district' | 'street'
}

const places = ['写清地点和方便的时间，提交点单', '社区联系您，约好上门时间', '办完后请您评价']

/** Twelve things that a community itself does. Made up for the demo: nothing here is an official guide. */
export const demoItems: readonly DemoItem[] = [
  {
    name: '水电小修',
    category: '维修',
    summary: '水龙头、灯泡、插座、马桶水件等小修小补',
    audience: '辖区居民，老人和行动不便的居民优先',
    materials: ['不用带材料，配件费用请提前问清'],
    steps: places,
    offeredBy: 'district',
  },
  {
    name: '楼道照明维修',
    category: '维修',
    summary: '楼道、院落公共照明不亮，社区派人查看维修',
    audience: '辖区居民',
    materials: ['不用带材料'],
    steps: ['写清楼号、单元和楼层，提交点单', '社区派人查看', '修好后请您评价'],
    offeredBy: 'district',
  },
  {
    name: '家电检修',
    category: '维修',
    summary: '志愿师傅帮忙检查小家电，修不了的告诉您去哪里修',
    audience: '辖区居民',
    materials: ['请说明家电的种类和毛病'],
    steps: places,
    offeredBy: 'street',
  },
  {
    name: '独居老人探访',
    category: '关爱',
    summary: '定期上门看望独居、空巢老人，有事帮着办',
    audience: '独居、空巢老人，子女可以代为点单',
    materials: ['老人的联系方式和方便探访的时间'],
    steps: ['本人或家人提交点单', '社区登记并排好探访时间', '探访后告诉您情况，请您评价'],
    offeredBy: 'district',
  },
  {
    name: '代买代办',
    category: '关爱',
    summary: '帮腿脚不便的居民买菜买药、取件交费',
    audience: '老人、残疾人和临时行动不便的居民',
    materials: ['写清要买或要办的东西', '买药请准备好处方'],
    steps: ['提交点单，写清要办什么', '网格员接单后联系您', '办好送到，当面结清，请您评价'],
    offeredBy: 'district',
  },
  {
    name: '上门理发',
    category: '关爱',
    summary: '为出不了门的老人和病人上门理发',
    audience: '出门不便的老人、病人、残疾人',
    materials: ['不用带材料'],
    steps: places,
    offeredBy: 'district',
  },
  {
    name: '送餐上门',
    category: '关爱',
    summary: '把社区食堂的饭菜送到家里',
    audience: '高龄、独居和行动不便的老人',
    materials: ['写清忌口和送餐时间'],
    steps: ['提交点单', '社区核实后排入送餐名单', '送餐开始后请您评价'],
    offeredBy: 'street',
  },
  {
    name: '四点半课堂',
    category: '少儿',
    summary: '放学后有人看着写作业，志愿者辅导',
    audience: '辖区小学生，由家长点单',
    materials: ['孩子的年级和接送人的联系方式'],
    steps: ['家长提交点单', '社区确认名额', '按约定时间送孩子来，学期末请您评价'],
    offeredBy: 'district',
  },
  {
    name: '法律咨询',
    category: '咨询',
    summary: '约社区法律顾问，问婚姻、房产、劳动等方面的问题',
    audience: '辖区居民',
    materials: ['与问题有关的合同、票据等，如果有'],
    steps: ['提交点单，简单说说是什么事', '社区约好法律顾问的时间', '咨询后请您评价'],
    offeredBy: 'district',
  },
  {
    name: '邻里调解',
    category: '咨询',
    summary: '漏水、噪音、停车等邻里纠纷，请调解员上门说和',
    audience: '辖区居民',
    materials: ['不用带材料，有照片更清楚'],
    steps: ['提交点单，说清经过', '调解员分别了解情况，约双方见面', '达成一致后回访，请您评价'],
    offeredBy: 'district',
  },
  {
    name: '手机使用教学',
    category: '便民',
    summary: '教老人用手机看病挂号、视频通话、防诈骗',
    audience: '老年居民',
    materials: ['带上自己的手机'],
    steps: ['提交点单，写清想学什么', '社区安排上门或集中教学', '学完请您评价'],
    offeredBy: 'district',
  },
  {
    name: '便民工具借用',
    category: '便民',
    summary: '梯子、电钻、轮椅、打气筒等工具免费借用',
    audience: '辖区居民',
    materials: ['说明要借什么、借几天'],
    steps: ['提交点单', '社区答复有没有，约好取用时间', '用完归还，请您评价'],
    offeredBy: 'street',
  },
]

/** The guide of a demo item, marked as what it is. */
export function demoGuide(item: DemoItem): Guide {
  return {
    audience: item.audience,
    materials: [...item.materials],
    steps: [...item.steps],
    timeLimit: '5 个工作日内办结（平台默认时限）',
    fee: '演示数据未填写，请向社区问清',
    source: '演示数据，不是官方发布的办事指南',
    remark: '以当地公布为准',
  }
}
