export default definePageConfig({
  navigationBarTitleText: '大厅名片',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
