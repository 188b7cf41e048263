export default definePageConfig({ navigationBarTitleText: '提一条需求' })
