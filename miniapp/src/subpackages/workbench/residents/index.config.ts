export default definePageConfig({ navigationBarTitleText: '核实居民' })
