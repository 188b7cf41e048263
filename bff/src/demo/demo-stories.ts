import type { GradeScores } from '@xinban/shared/domain'
import { demoPhone } from './demo-names'
import { accept, community, communityCode, gridWorker, street, toGrid, type DemoStory } from './demo-story'

const fullMarks: GradeScores = { timeliness: 28, quality: 37, evidence: 12, communication: 14 }

/** Made-up orders of the demo's community, at least one in every state, and a few elsewhere. */
export const demoStories: readonly DemoStory[] = [
  {
    by: 'resident-1',
    communityCode,
    hoursAgo: 3,
    place: {
      kind: 'service',
      item: '楼道照明维修',
      title: '3 号楼 2 单元楼道灯不亮',
      content: '三楼到四楼的灯都不亮，晚上老人上下楼很不方便，麻烦来看看。',
      location: { place: '3 号楼 2 单元三楼' },
      contact: { name: '张阿姨', phone: demoPhone(901), address: '3 号楼 2 单元 302' },
      photos: ['stairwell-dark'],
    },
    steps: [],
  },
  {
    by: 'resident-2',
    communityCode,
    hoursAgo: 5,
    place: {
      kind: 'issue',
      title: '地下室进水，电线泡在水里',
      content: '昨晚下雨后地下室进水，墙边的电线泡在水里，担心漏电。',
      location: { place: '1 号楼地下室' },
      contact: { name: '周先生', phone: demoPhone(902) },
      photos: ['basement-flooded'],
      urgency: 'urgent',
      visibility: 'public',
    },
    steps: [
      [community, 1, { action: 'approve' }],
      ['resident-6', 2, { action: 'second' }],
      ['resident-8', 3, { action: 'second' }],
    ],
  },
  {
    by: 'resident-3',
    communityCode,
    hoursAgo: 20,
    place: {
      kind: 'wish',
      title: '想要一副老花镜',
      content: '妈妈的老花镜摔坏了，看报纸看不清，想配一副 300 度的。',
      onBehalfOf: { name: '赵玉珍', relation: '女儿', consent: true },
    },
    steps: [],
  },
  {
    by: 'resident-4',
    communityCode,
    hoursAgo: 26,
    place: {
      kind: 'service',
      item: '手机使用教学',
      title: '想学用手机挂号',
      content: '总也学不会在手机上挂号，想请人教一教。',
    },
    steps: [accept],
  },
  {
    by: 'resident-5',
    communityCode,
    hoursAgo: 30,
    place: {
      kind: 'issue',
      title: '小区门口占道停车',
      content: '东门口每天早上都有车堵着人行道，接送孩子不安全。',
      location: { place: '小区东门' },
      visibility: 'public',
    },
    steps: [
      [community, 2, { action: 'decline', reason: 'not_our_duty', note: '门口道路归交警管理，社区没有处罚权。' }],
    ],
  },
  {
    by: 'resident-1',
    communityCode,
    hoursAgo: 50,
    place: {
      kind: 'service',
      item: '水电小修',
      title: '厨房水龙头漏水',
      content: '拧紧了还是滴水，一晚上能接半盆。',
      location: { place: '5 号楼' },
      photos: ['tap-dripping'],
    },
    steps: [accept, toGrid, [gridWorker, 22, { action: 'progress', note: '已上门看过，要换阀芯，配件明天到。' }]],
  },
  {
    by: 'resident-6',
    communityCode,
    hoursAgo: 72,
    place: {
      kind: 'service',
      item: '代买代办',
      title: '帮忙取药',
      content: '腿摔伤了下不了楼，想请人帮忙到社区医院取药。',
    },
    steps: [accept, toGrid, [gridWorker, 20, { action: 'fulfil', note: '药已取回送到家里，共三盒，票据已交给居民。' }]],
  },
  {
    by: 'resident-1',
    communityCode,
    hoursAgo: 96,
    place: {
      kind: 'service',
      item: '法律咨询',
      title: '咨询租房押金的事',
      content: '退租后房东不退押金，想问问怎么办。',
    },
    steps: [accept, [community, 40, { action: 'fulfil', note: '已约法律顾问当面解答，并帮忙写好了催告函。' }]],
  },
  {
    by: 'resident-7',
    communityCode,
    hoursAgo: 120,
    place: {
      kind: 'service',
      item: '上门理发',
      title: '给父亲上门理发',
      content: '父亲卧床半年，想请人上门理发。',
    },
    steps: [
      accept,
      toGrid,
      [gridWorker, 46, { action: 'fulfil', note: '志愿者已上门理发，老人很高兴。' }],
      ['resident-7', 60, { action: 'rate', stars: 5, reasons: [950, 953], comment: '师傅很耐心，谢谢。' }],
    ],
  },
  {
    by: 'resident-8',
    communityCode,
    hoursAgo: 140,
    place: {
      kind: 'issue',
      title: '下水道反味',
      content: '一楼卫生间下水道反味，通过一次又堵了。',
      location: { place: '2 号楼 1 单元' },
    },
    steps: [
      accept,
      [community, 30, { action: 'fulfil', note: '已请疏通队处理。' }],
      ['resident-8', 48, { action: 'rate', stars: 2, reasons: [920], comment: '通了两天又堵上了。' }],
      [street, 70, { action: 'rework', note: '问题没有解决，请查明原因再处理一次。' }],
    ],
  },
  {
    by: 'resident-9',
    communityCode,
    hoursAgo: 240,
    place: {
      kind: 'suggestion',
      title: '活动室晚上多开一小时',
      content: '上班族只有晚上有空，建议活动室开到九点。',
      visibility: 'public',
    },
    steps: [
      accept,
      [community, 2, { action: 'approve' }],
      ['resident-3', 5, { action: 'second' }],
      ['resident-4', 8, { action: 'second' }],
      ['resident-10', 30, { action: 'second' }],
      [community, 60, { action: 'fulfil', note: '和志愿者商量好了，从下周起每晚开到九点。' }],
      ['resident-9', 70, { action: 'rate', stars: 5, reasons: [952] }],
      [street, 110, { action: 'grade', scores: fullMarks, note: '回应及时，办法实在。' }],
    ],
  },
  {
    by: 'resident-10',
    communityCode,
    hoursAgo: 300,
    place: {
      kind: 'service',
      item: '四点半课堂',
      title: '报名四点半课堂',
      content: '孩子二年级，放学没人接，想报名。',
    },
    steps: [
      accept,
      [community, 26, { action: 'fulfil', note: '已登记，下周一起可以来。' }],
      ['resident-10', 30, { action: 'rate', stars: 4, reasons: [941] }],
      [street, 80, { action: 'grade', scores: { timeliness: 27, quality: 34, evidence: 10, communication: 13 } }],
    ],
  },
  {
    by: 'resident-2',
    communityCode,
    hoursAgo: 200,
    place: {
      kind: 'issue',
      title: '楼上装修噪音',
      content: '楼上中午也在装修，休息不了。',
    },
    steps: [
      [community, 3, { action: 'decline', reason: 'duplicate', note: '同一户已有邻居反映，正在处理。' }],
      [street, 20, { action: 'resolve-decline', decision: 'confirm', note: '情况属实，并入先前那一单一起办。' }],
    ],
  },
  {
    by: 'resident-3',
    communityCode,
    hoursAgo: 180,
    place: {
      kind: 'consultation',
      title: '问老年证怎么办',
      content: '满 65 岁想办老年优待证，要带什么。',
    },
    steps: [['resident-3', 2, { action: 'withdraw', note: '已经在网上查到了。' }]],
  },
  {
    by: 'resident-11',
    communityCode: '610303002008',
    hoursAgo: 8,
    place: {
      kind: 'service',
      item: '独居老人探访',
      title: '请常去看看隔壁李大爷',
      content: '隔壁李大爷八十多了，一个人住，最近身体不太好。',
    },
    steps: [],
  },
  {
    by: 'resident-12',
    communityCode: '610303001004',
    hoursAgo: 60,
    place: {
      kind: 'issue',
      title: '健身器材坏了',
      content: '广场上的健身器材螺丝松了，怕伤到孩子。',
      location: { place: '小广场' },
      photos: ['pedal-off'],
    },
    steps: [
      ['community-610303001004', 2, { action: 'accept' }],
      [
        'community-610303001004',
        30,
        { action: 'fulfil', note: '已加固螺丝，坏掉的踏板换了新的。', photos: ['pedal-fixed'] },
      ],
    ],
  },
  {
    by: 'resident-7',
    communityCode,
    hoursAgo: 4,
    place: {
      kind: 'issue',
      title: '1 号楼地下室积水',
      content: '地下室门口的水快到脚面了，电动车推不出来。',
      location: { place: '1 号楼地下室门口' },
    },
    steps: [
      [
        community,
        2,
        { action: 'merge', intoTitle: '地下室进水，电线泡在水里', note: '同一处积水，一起抽水一起查电。' },
      ],
    ],
  },
  {
    by: gridWorker,
    communityCode,
    hoursAgo: 66,
    place: {
      kind: 'service',
      item: '水电小修',
      title: '独居老人家卫生间灯坏了',
      content: '老人不用智能手机，网格员走访时托我们点单。',
      location: { place: '4 号楼 1 单元一楼' },
      onBehalfOf: { name: '赵福生', phone: demoPhone(903), relation: '网格员' },
      photos: ['bathroom-dark'],
    },
    steps: [
      accept,
      toGrid,
      [gridWorker, 22, { action: 'fulfil', note: '灯管已换，开关也紧了一遍，老人试过了。', photos: ['bathroom-lit'] }],
    ],
  },
  {
    by: 'resident-1',
    communityCode,
    hoursAgo: 160,
    place: {
      kind: 'issue',
      title: '楼梯扶手松了',
      content: '二楼到三楼的扶手断了一根立杆，一扶就晃，怕老人摔倒。',
      location: { place: '3 号楼 2 单元' },
      photos: ['handrail-loose'],
    },
    steps: [
      accept,
      [community, 20, { action: 'progress', note: '木工量过尺寸，明天带料来修。' }],
      [
        community,
        44,
        { action: 'fulfil', note: '立杆换了新的，每根都加了钢板固定，摇过不晃。', photos: ['handrail-firm'] },
      ],
      ['resident-1', 50, { action: 'rate', stars: 5, reasons: [950], comment: '修得结实，放心了。' }],
    ],
  },
]
