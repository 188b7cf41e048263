const path = require('node:path')
const components = require('./weapp-aria-components.js')

// Taro drops every aria attribute on weapp; both its templates and its runtime have to be told to keep them.
module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, components)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'weapp-aria-runtime.js')].flat()
    },
  })
