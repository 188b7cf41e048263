export default definePageConfig({ navigationBarTitleText: '得分排名', enablePullDownRefresh: true })
