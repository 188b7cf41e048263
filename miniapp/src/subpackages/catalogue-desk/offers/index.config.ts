export default definePageConfig({ navigationBarTitleText: '由谁提供' })
