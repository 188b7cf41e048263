/** Accounts that try every side of the main job, as the start page and the sign-in page offer them. */
export const demoAccounts = [
  { account: 'resident-1', words: '居民（曙光路西社区）' },
  { account: 'resident-2', words: '另一位居民（曙光路西社区）' },
  { account: 'community-610303001002', words: '社区工作人员（曙光路西社区）' },
  { account: 'grid-610303001002001', words: '网格员（曙光路西社区第一网格）' },
  { account: 'unit-1', words: '联动单位工作人员' },
  { account: 'department-1', words: '部门工作人员（区住建局，演示）' },
  { account: 'street-610303001', words: '街道工作人员（中山东路街道）' },
  { account: 'district-610303', words: '区管理员（金台区）' },
  { account: 'auditor-610303', words: '督查（金台区）' },
] as const
