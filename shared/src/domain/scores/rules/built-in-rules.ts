import type { ScoreRuleSet } from './rule-set'
import type { MajorityRule, MeanRule } from './survey-rules'

/**
 * Mean of points: 80 is the mean that strikes off a pledge; 60 is where 基本满意 (6 of 10 points) stands alone.
 */
const meanRule: MeanRule = {
  kind: 'mean',
  bands: [
    { verdict: 'satisfied', from: 80, to: 100 },
    { verdict: 'basically_satisfied', from: 60, to: 79.9 },
    { verdict: 'dissatisfied', from: 0, to: 59.9 },
  ],
}

const zhenhaiMajority: MajorityRule = {
  kind: 'majority',
  steps: [
    { verdict: 'satisfied', counts: ['satisfied'], moreThan: [1, 2] },
    { verdict: 'basically_satisfied', counts: ['satisfied', 'basically_satisfied'], moreThan: [1, 2] },
  ],
  otherwise: 'dissatisfied',
}

/**
 * What holds where a district has set nothing. The five levels are the State Council's (国办发〔2019〕51 号), which gives
 * no points; 10/8/6/3/0 are those of Guangxi and of Shanwei. The weights are this product's. Twenty days after its end a
 * month is frozen: the rating window of its last deadline (15 days) is over, and a grade (5 working days) nearly always.
 */
export const nationalRules: ScoreRuleSet = {
  version: 'national-1',
  name: '通用规则',
  source: '五级评价：国办发〔2019〕51 号；分值 10/8/6/3/0：广西、汕尾“好差评”；权重 30/35/35：本系统默认',
  points: { 5: 10, 4: 8, 3: 6, 2: 3, 1: 0 },
  favourableFrom: 3,
  weights: { response: 30, resolution: 35, satisfaction: 35 },
  periods: { kinds: ['month', 'quarter', 'year'], freezeAfterDays: 20 },
  defaultReview: null,
  survey: meanRule,
}

/** With the default review that Guangxi prescribes: nothing said within 7 calendar days is 非常满意. */
export const guangxiRules: ScoreRuleSet = {
  ...nationalRules,
  version: 'guangxi-1',
  name: '广西规则',
  source: '广西政务服务“好差评”（自治区大数据发展局，2019）：10/8/6/3/0，7 个自然日未评默认“非常满意”，另行计数',
  defaultReview: { stars: 5, afterDays: 7 },
}

/** With the default review that Guangdong prescribes, Shanwei with it: nothing said within 7 calendar days is 基本满意. */
export const guangdongRules: ScoreRuleSet = {
  ...nationalRules,
  version: 'guangdong-1',
  name: '广东（汕尾）规则',
  source: '广东省政务服务“好差评”管理办法（2019 试行）、汕尾分值 10/8/6/3/0：7 个自然日未评默认“基本满意”，另行计数',
  defaultReview: { stars: 3, afterDays: 7 },
}

/** Surveys by majority of the whole roster, as the deputies of Zhenhai decided in 2021. */
export const zhenhaiRules: ScoreRuleSet = {
  ...nationalRules,
  version: 'zhenhai-1',
  name: '镇海规则',
  source: '测评：宁波镇海 2021，全体成员过半数；其余同通用规则',
  survey: zhenhaiMajority,
}

/** Rule sets to begin with. The first holds until a district chooses another. */
export const builtInRules = [nationalRules, guangxiRules, guangdongRules, zhenhaiRules] as const
