export default definePageConfig({ navigationBarTitleText: '心办' })
