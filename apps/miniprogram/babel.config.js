// The targets are the oldest phones WeChat still updates on; nothing is polyfilled, so `lib` in tsconfig.json is the limit.
module.exports = {
  presets: [
    [
      'taro',
      { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, targets: { ios: '12', chrome: '78' } },
    ],
  ],
};
