import type { PageQuery } from '../../../src/platform/pages'
import type { Demo, Who } from '../demo'
import type { PageView, SomeViews } from './page-view'

const whistle = (name: string, title: string, by: Who, shows: string | RegExp): PageView => ({
  name,
  by,
  query: (demo) => ({ id: demo.whistle(title) }),
  shows,
})
const wish = (demo: Demo): PageQuery => ({ id: demo.titled('爷爷的收音机坏了') })

export const togetherViews = {
  wishes: [
    { name: 'visitor', by: null, shows: '想要一台收音机' },
    { name: 'resident', by: 'resident', shows: '想要一台收音机' },
  ],
  wish: [
    { name: 'visitor', by: null, query: wish, shows: '做成海报' },
    { name: 'unit', by: 'unit', query: wish, shows: '认领这个心愿' },
  ],
  'wish-poster': [{ name: 'visitor', by: null, query: wish, shows: '扫一扫' }],
  'unit-bench': [
    { name: 'unit', by: 'unit', shows: '服务范围内的' },
    { name: 'resident', by: 'resident', shows: '这里给登记过的单位用' },
  ],
  'unit-statement': [{ name: 'unit', by: 'unit', query: () => ({ code: '610303-U1' }), shows: '圆梦小结' }],
  tasks: [
    { name: 'department', by: 'department', shows: '发布任务' },
    { name: 'unit', by: 'unit', shows: /部门名单/ },
  ],
  'wish-desk': [{ name: 'street', by: 'street', shows: '想要一副老花镜' }],
  units: [
    { name: 'street', by: 'street', shows: '邻里互助社' },
    { name: 'district', by: 'district', shows: '水电维修志愿队' },
  ],
  whistles: [
    { name: 'street', by: 'street', shows: '夜市油烟扰民' },
    { name: 'department', by: 'department', shows: '地下车库进水口被堵' },
    { name: 'district', by: 'district', shows: '学校门口占道停车' },
    { name: 'auditor', by: 'auditor', shows: '夜市油烟扰民' },
    { name: 'community', by: 'community', shows: '吹哨报到给街道、部门和区里看' },
  ],
  whistle: [
    whistle('blown', '夜市油烟扰民', 'street', '现场到场码'),
    whistle('working', '河道边私搭棚房，汛期堵水', 'street', '处置经过'),
    whistle('finished', '地下车库进水口被堵', 'street', '销哨'),
    whistle('closed', '老旧楼院外墙瓷砖脱落', 'department', '已销哨'),
    whistle('refused', '学校门口占道停车', 'district', '审退哨'),
  ],
  departments: [{ name: 'district', by: 'district', shows: '加进名单' }],
  'blow-whistle': [
    { name: 'street', by: 'street', shows: '请哪些部门' },
    { name: 'community', by: 'community', shows: '吹哨由街道（镇）来做' },
  ],
  volunteering: [
    { name: 'resident', by: 'resident', shows: '服务时长' },
    { name: 'visitor', by: null, shows: '上门理发' },
  ],
  activity: [
    { name: 'resident', by: 'resident', query: (demo) => ({ id: demo.activity }), shows: '上门理发' },
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.activity }), shows: '现场签到码' },
  ],
  market: [
    { name: 'resident', by: 'resident', shows: '一袋洗衣粉' },
    { name: 'visitor', by: null, shows: '去登录' },
  ],
  certificate: [{ name: 'resident', by: 'resident', shows: '志愿服务证明' }],
  'team-desk': [
    { name: 'unit', by: 'unit', shows: '便民维修日' },
    { name: 'street', by: 'street', shows: '哪个队伍' },
  ],
  'stall-desk': [{ name: 'community', by: 'community', shows: '没有人等着取' }],
} satisfies SomeViews
