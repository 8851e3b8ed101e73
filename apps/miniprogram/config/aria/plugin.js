const path = require('node:path');
const { components } = require('./attributes');

/**
 * WeChat reads `aria-*` from its templates, but Taro 4.2.1 writes none, so a screen reader hears nothing.
 * The attributes must be added twice: to the templates here, and to the runtime's table of short names (runtime.js).
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (process.env.TARO_ENV !== 'weapp' || !platform.template) return;
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js')].flat();
    },
  });
};
