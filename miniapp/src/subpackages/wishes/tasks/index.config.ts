export default definePageConfig({
  navigationBarTitleText: '部门任务',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
