export default definePageConfig({
  navigationBarTitleText: '没发出去的消息',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
