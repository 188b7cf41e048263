export default definePageConfig({ navigationBarTitleText: '调整承诺' })
