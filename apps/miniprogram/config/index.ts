import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import type { IH5Config } from '@tarojs/taro/types/compile/index.js';
import webpack from 'webpack';
import { version } from '../package.json';
import { BrotliPlugin } from './brotli';
import { FirstScreenPlugin } from './first-screen';

const ROOT = path.resolve(__dirname, '..');
const SOURCE = path.join(ROOT, 'src');
const DOMAIN = path.resolve(ROOT, '../../libs/domain/src');
const ARIA = path.join(__dirname, 'aria');
/** Packages published in syntax that the oldest phones (babel.config.js) cannot read. */
const TOO_MODERN = /node_modules[\\/](@tanstack|query-string|filter-obj|split-on-first|decode-uri-component)[\\/]/;

type Chain = Parameters<NonNullable<IH5Config['webpackChain']>>[0];

export default defineConfig<'webpack5'>(() => {
  const platform = process.env.TARO_ENV ?? 'h5';

  const shared = {
    // Taro compiles only `src`. This must be a function: a RegExp matches nothing here, and the build still exits 0.
    compile: {
      include: [(file: string) => file.startsWith(DOMAIN) || file.startsWith(ARIA) || TOO_MODERN.test(file)],
    },
    webpackChain: (chain: Chain) => {
      // `./x.js` in our sources means x.weapp.ts(x) in WeChat where there is one, else x.ts(x); not so in node_modules.
      const ours = chain.module.rule('own-sources').include.add(SOURCE).add(DOMAIN).end();
      ours.resolve.set('extensionAlias', {
        '.js': [`.${platform}.tsx`, `.${platform}.ts`, '.tsx', '.ts', '.js'],
      });
      // An import of something that does not exist would otherwise be a warning, and a crash on the phone.
      chain.module.set('strictExportPresence', true);
      // scripts/check-build.mjs measures against our own budgets.
      chain.performance.hints(false);
    },
  };
  /** WeChat lacks two globals the query library reads at once: the one is made by us, the question for the other left out. */
  const inWechat = (chain: Chain) => {
    shared.webpackChain(chain);
    const abort = path.join(SOURCE, 'platform/abort-controller.ts');
    chain.plugin('abort-controller').use(webpack.ProvidePlugin, [{ AbortController: [abort, 'AbortController'] }]);
    const queryCore = chain.module.rule('query-core').test(/query-core[\\/]build[\\/]modern[\\/]utils\.js$/);
    queryCore.use('globals').loader(path.join(__dirname, 'query-core-globals.js'));
  };
  const inBrowsers = (chain: Chain) => {
    shared.webpackChain(chain);
    chain.plugin('first-screen').use(FirstScreenPlugin, [path.join(DOMAIN, 'index.ts')]);
    chain.plugin('brotli').use(BrotliPlugin);
  };
  // Sizes are written in px = dp and stay so: text must not shrink on a narrow phone, nor grow on a wide screen.
  const pxtransform = { enable: false, config: {} };

  // Class names are our own (block__element), so the order in which pages bring their styles does not matter.
  const styles = { ignoreOrder: true };

  return {
    projectName: 'linshao',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${platform}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    plugins: [path.join(ARIA, 'plugin.js')],
    alias: { '@linshao/domain': path.join(DOMAIN, 'index.ts') },
    defineConstants: {
      LINSHAO_API_ORIGIN: JSON.stringify(process.env.LINSHAO_API_ORIGIN ?? 'http://127.0.0.1:3000'),
      LINSHAO_DEMO: JSON.stringify(process.env.LINSHAO_DEMO === 'true'),
      LINSHAO_VERSION: JSON.stringify(version),
    },
    mini: {
      ...shared,
      webpackChain: inWechat,
      // What only subpackages use stays out of the main package.
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: styles,
      postcss: { pxtransform },
    },
    h5: {
      ...shared,
      webpackChain: inBrowsers,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ...styles,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { pxtransform, autoprefixer: { enable: true, config: {} } },
    },
  };
});
