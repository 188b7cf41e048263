export default definePageConfig({
  navigationBarTitleText: '大厅窗口',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
