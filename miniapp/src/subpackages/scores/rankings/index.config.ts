export default definePageConfig({ navigationBarTitleText: '得分排名' })
