export default definePageConfig({ navigationBarTitleText: '预约的规矩' })
