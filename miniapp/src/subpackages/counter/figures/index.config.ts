export default definePageConfig({
  navigationBarTitleText: '大厅运行',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
