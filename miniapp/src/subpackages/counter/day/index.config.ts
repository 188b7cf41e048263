export default definePageConfig({
  navigationBarTitleText: '大厅的一天',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
