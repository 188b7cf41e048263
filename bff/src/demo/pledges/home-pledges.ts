import type { DemoPledge } from './demo-pledge'

/** Ten things of the demo community in delivery, 240 days after their publication: every light, and what leads to it. */
export const homePledges: readonly DemoPledge[] = [
  {
    ...{ title: '建一处口袋公园', category: 'living_space', indicator: ['口袋公园', 1, '处'] },
    measures: '把三号楼东侧闲置空地建成口袋公园，铺透水砖，种本地树种，设座椅和照明。',
    milestones: [
      ['选址和设计', 2, 40],
      ['施工', 5, 120],
      ['开放', 3, 160],
    ],
    ...{ deadline: 180, budget: 380_000, source: '街道宜居环境专项', unit: '街道城管办', person: '城管办主任' },
    reports: [
      { day: 35, milestone: 0, progress: 100, note: '选定三号楼东侧空地，设计图在公示栏征求过意见。' },
      { day: 115, milestone: 1, progress: 100, note: '铺装、绿化和座椅完成，照明已通电。' },
      {
        ...{ day: 150, milestone: 2, progress: 100, note: '公园开放，物业负责每天保洁。', value: 1 },
        photos: ['park-open'],
      },
    ],
  },
  {
    ...{ title: '新装电动自行车充电口', category: 'public_safety', indicator: ['充电口', 60, '个'] },
    measures: '在四个单元门外的车棚装充电口，配烟感和断电保护，不再飞线充电。',
    milestones: [
      ['选点', 1, 30],
      ['装第一批', 2, 110],
      ['装第二批', 2, 200],
    ],
    ...{ deadline: 300, budget: 90_000, source: '运营企业投资', unit: '社区物业', person: '物业经理' },
    reports: [
      { day: 28, milestone: 0, progress: 100, note: '四处车棚的位置已和居民商量好。' },
      { day: 105, milestone: 1, progress: 100, note: '第一批装好，试用正常。', value: 36 },
      { day: 190, milestone: 2, progress: 100, note: '居民要求多装一排，实际装了 72 个。', value: 72 },
    ],
  },
  {
    ...{ title: '楼道照明改成声控节能灯', category: 'public_safety', indicator: ['楼道灯', 180, '盏'] },
    measures: '摸清全部楼道灯，分两批换成声控节能灯，坏一盏三天内修好。',
    milestones: [
      ['摸底', 1, 30],
      ['换第一批', 2, 150],
      ['换第二批', 2, 330],
    ],
    ...{ deadline: 335, budget: 54_000, source: '社区党组织服务经费', unit: '社区居委会', person: '社区书记' },
    reports: [
      { day: 26, milestone: 0, progress: 100, note: '逐层看过，共有 180 盏要换。', photos: ['stairwell-dark'] },
      { day: 148, milestone: 1, progress: 100, note: '第一批 96 盏换好。', value: 96 },
      { day: 232, milestone: 2, progress: 45, note: '第二批开工，五号楼已换完。', value: 132 },
    ],
  },
  {
    ...{ title: '规范小区停车，新增车位', category: 'urgent_need', indicator: ['车位', 120, '个'] },
    measures: '腾出消防通道，重新划线，和旁边单位协商夜间错时停车。',
    milestones: [
      ['和居民协商', 1, 60],
      ['划线', 3, 200],
      ['立标识', 1, 320],
    ],
    ...{ deadline: 325, budget: 65_000, source: '街道专项', unit: '社区居委会', person: '社区副主任' },
    reports: [
      { day: 58, milestone: 0, progress: 100, note: '开了两次议事会，三分之二以上的住户同意。' },
      { day: 215, milestone: 1, progress: 80, note: '南院划完，北院等下水管回填后再划。', value: 88 },
    ],
  },
  {
    ...{ title: '改造北院雨水管，解决积水', category: 'urgent_need', indicator: ['雨水管', 420, '米'] },
    measures: '清掏旧井，更换破损雨水管，恢复路面，雨季不再积水。',
    milestones: [
      ['勘察', 1, 50],
      ['开挖换管', 2, 180],
      ['回填和恢复路面', 2, 260],
    ],
    ...{ deadline: 300, budget: 460_000, source: '老旧小区改造资金', unit: '街道城建办', person: '城建办主任' },
    reports: [
      { day: 49, milestone: 0, progress: 100, note: '勘察完成，有三段管子塌陷。', photos: ['basement-flooded'] },
      { day: 222, milestone: 1, progress: 60, note: '地下燃气管位置和图纸不符，改线后复工。', value: 250 },
    ],
  },
  {
    ...{ title: '开一个老年助餐点', category: 'public_service', indicator: ['每天供餐', 80, '份'] },
    measures: '租用沿街门面，引进有资质的餐饮单位，高龄老人可以送餐上门。',
    milestones: [
      ['选址', 1, 60],
      ['装修和办证', 2, 180],
      ['试运行', 1, 300],
    ],
    ...{ deadline: 310, budget: 150_000, source: '民政补助和社会捐赠', unit: '街道民政办', person: '民政办主任' },
    reports: [
      { day: 55, milestone: 0, progress: 100, note: '选在社区服务站一楼。' },
      { day: 178, milestone: 1, progress: 100, note: '装修完，食品经营许可已办好。' },
      { day: 236, milestone: 2, progress: 20, note: '试运行第一周，每天五十份左右。', value: 52 },
    ],
  },
  {
    ...{ title: '中老年肺功能和血压免费筛查', category: 'public_service', indicator: ['筛查', 300, '人次'] },
    measures: '每季度请区医院的医生到社区筛查一次，异常的协助转诊。',
    milestones: [
      ['第一次筛查', 1, 60],
      ['第二次筛查', 1, 150],
      ['第三次筛查', 1, 240],
      ['第四次筛查', 1, 330],
    ],
    ...{ deadline: 340, budget: 24_000, source: '基本公共卫生服务', unit: '社区卫生服务站', person: '站长' },
    reports: [
      { day: 58, milestone: 0, progress: 100, note: '第一次来了 108 人，转诊 6 人。', value: 108 },
      { day: 147, milestone: 1, progress: 100, note: '第二次来了 121 人。', value: 229 },
      { day: 234, milestone: 2, progress: 100, note: '第三次来了 113 人，已经超过全年目标。', value: 342 },
    ],
  },
  {
    ...{ title: '给高龄老人家里装扶手', category: 'urgent_need', indicator: ['家庭', 40, '户'] },
    measures: '为八十岁以上独居老人家的卫生间和过道装扶手，按户上门量尺寸。',
    milestones: [
      ['上门摸底', 1, 210],
      ['安装', 3, 340],
    ],
    ...{ deadline: 345, budget: 48_000, source: '适老化改造补助', unit: '社区居委会', person: '民政委员' },
    reports: [],
  },
  {
    ...{ title: '设一个零工驿站', category: 'public_service', indicator: ['登记求职', 150, '人'] },
    measures: '在社区服务站设零工驿站，每天发布附近的用工信息，有座位和热水。',
    milestones: [
      ['选址', 1, 60],
      ['开放', 2, 200],
    ],
    ...{ deadline: 210, budget: 30_000, source: '人社专项', unit: '街道社保所', person: '所长' },
    reports: [
      { day: 57, milestone: 0, progress: 100, note: '选定服务站西侧的房间。' },
      { day: 228, milestone: 1, progress: 70, note: '桌椅到位，信息屏还在采购。', value: 64 },
    ],
  },
  {
    ...{ title: '新建非机动车棚', category: 'living_space', indicator: ['车棚', 3, '处'] },
    measures: '在一、四、六号楼旁各建一处车棚，楼道里不再停车。',
    milestones: [
      ['选址', 1, 70],
      ['施工', 2, 220],
      ['验收', 1, 320],
    ],
    ...{ deadline: 325, budget: 76_000, source: '街道专项', unit: '社区物业', person: '物业经理' },
    reports: [
      { day: 65, milestone: 0, progress: 100, note: '三处位置公示无异议。' },
      { day: 170, milestone: 1, progress: 70, note: '一、四号楼的已建好，六号楼在挖基础。', value: 2 },
    ],
  },
]
