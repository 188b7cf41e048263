export default definePageConfig({ navigationBarTitleText: '还没办好' })
