import type { SomeViews } from './page-view'

export const pledgesViews = {
  board: [
    { name: 'community', by: null, query: () => ({ org: '610303001002' }), shows: /本月点单/ },
    { name: 'street', by: null, query: () => ({ org: '610303001' }), shows: '各社区（村）' },
    { name: 'district', by: null, query: () => ({ org: '610303' }), shows: '各街道（镇）' },
  ],
  surveys: [
    { name: 'resident', by: 'resident', shows: /测评/ },
    { name: 'community', by: 'community', shows: '发起测评' },
    { name: 'visitor', by: null, shows: '去登录' },
  ],
  survey: [
    { name: 'resident', by: 'resident', query: (demo) => ({ id: demo.survey.open }), shows: '投票' },
    { name: 'help', by: 'community', query: (demo) => ({ id: demo.survey.open, as: 'staff' }), shows: '居民的手机号' },
  ],
  'survey-result': [
    { name: 'visitor', by: null, query: (demo) => ({ id: demo.survey.closed }), shows: '测评结论' },
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.survey.closed }), shows: '测评结论' },
  ],
  'held-survey': [
    { name: 'open', by: 'community', query: (demo) => ({ id: demo.survey.open }), shows: '协助居民参加' },
    { name: 'closed', by: 'community', query: (demo) => ({ id: demo.survey.closed }), shows: '已公布' },
  ],
  'edit-survey': [{ name: 'new', by: 'community', shows: '存为草稿' }],
  pledge: [
    { name: 'visitor', by: null, query: (demo) => ({ id: demo.pledge() }), shows: '承诺办什么' },
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.pledge('progress') }), shows: '报进展' },
    { name: 'street', by: 'street', query: (demo) => ({ id: demo.pledge('resolve-objection') }), shows: '公开答复' },
  ],
  'pledge-list': [
    { name: 'collecting', by: null, query: (demo) => ({ id: demo.pledgeList('collecting') }), shows: '我来提一条' },
    { name: 'deliberating', by: null, query: (demo) => ({ id: demo.pledgeList('deliberating') }), shows: /候选事项/ },
    { name: 'closed', by: null, query: (demo) => ({ id: demo.pledgeList('closed') }), shows: /已收官/ },
  ],
  'pledge-lists': [{ name: 'visitor', by: null, query: () => ({ org: '610303' }), shows: /曙光路西社区/ }],
  needs: [
    { name: 'resident', by: 'resident', shows: '答复过的需求都在这里，一条一条有着落。' },
    { name: 'visitor', by: null, query: () => ({ org: '610303001002' }), shows: /答复：/ },
  ],
  'new-need': [
    { name: 'resident', by: 'resident', shows: '最想办什么' },
    { name: 'community', by: 'community', shows: '从哪里听来的' },
  ],
  'pledge-vote': [
    {
      ...{ name: 'elsewhere', by: 'resident' },
      query: (demo) => ({ id: demo.pledgeList('deliberating') }),
      shows: '现在不能投票',
    },
    { name: 'visitor', by: null, query: (demo) => ({ id: demo.pledgeList('deliberating') }), shows: '去登录' },
  ],
  'pledge-desk': [
    { name: 'community', by: 'community', shows: '清单和进展' },
    { name: 'street', by: 'street', shows: '清单和进展' },
    { name: 'district', by: 'district', shows: '曙光路西社区居委会' },
  ],
  'pledge-report': [
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.pledge('progress') }), shows: '办到哪一步了' },
  ],
  'pledge-amend': [
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.pledge('amend') }), shows: '各步的日期' },
  ],
  'pledge-grade': [
    { name: 'street', by: 'street', query: (demo) => ({ id: demo.pledge('grade') }), shows: '提交评单' },
  ],
  'pledge-answer': [
    {
      ...{ name: 'street', by: 'street' },
      query: (demo) => ({ id: demo.pledge('resolve-objection'), objection: demo.objection }),
      shows: '核实的结果',
    },
  ],
  'pledge-need-answer': [
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.need }), shows: '怎么答复' },
  ],
  'pledge-publish': [
    {
      name: 'resident',
      by: 'resident',
      query: (demo) => ({ id: demo.pledgeList('deliberating') }),
      shows: '现在不能公布',
    },
  ],
} satisfies SomeViews
