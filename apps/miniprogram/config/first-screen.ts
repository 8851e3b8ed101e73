import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync, transformSync } from 'esbuild';
import webpack, { type Chunk, type Compilation, type Compiler } from 'webpack';

const SOURCE = path.resolve(__dirname, '../src');
const FIRST_SCREEN = path.join(SOURCE, 'first-screen');
const STAND_INS = path.join(FIRST_SCREEN, 'stand-ins');
/** The oldest phones, as in babel.config.js. */
const TARGET = ['ios12', 'chrome78'];
const APP = '<div id="app"></div>';
const HOME = 'pages/home/index';
const NAME = 'first-screen';

/**
 * Makes index.html enough for the first screen: it holds the styles of the app and of the home page, and the script of
 * src/first-screen, which knows the files of every page. The page itself is answered for by its digest in the server's policy.
 */
export class FirstScreenPlugin {
  constructor(private readonly domain: string) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // After the names have got their digests.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => this.writeInto(compilation));
    });
  }

  private writeInto(compilation: Compilation): void {
    const pages = filesOfPages(compilation);
    const styles = [...filesOf(compilation.entrypoints.get('app')), ...(pages.get(HOME) ?? [])].filter(isStyle);
    const inline = new Set(styles);
    const named = [...pages].map(([page, files]) => [
      page,
      files.filter((file) => !inline.has(file)).map((file) => `/${file}`),
    ]);
    const html = String(compilation.getAsset('index.html')?.source.source());
    const linked = /<link href="\/css\/app\.[^>]+>/;
    if (!html.includes(APP) || !linked.test(html) || !pages.has(HOME)) throw new Error('index.html is not as expected');
    const own = minified(readFileSync(path.join(FIRST_SCREEN, 'first-screen.css'), 'utf8'));
    const written = styles.map((file) => {
      const css = String(compilation.getAsset(file)?.source.source());
      // By this attribute the loader of styles finds that it need not load the file.
      return `<style data-href="/${file}">${css}</style>`;
    });
    const script = `<script>${this.script(Object.fromEntries(named) as object)}</script>`;
    const whole = html
      .replace(linked, () => `<style>${own}</style>${written.join('')}`)
      .replace(APP, () => APP + script);
    compilation.updateAsset('index.html', new webpack.sources.RawSource(whole));
  }

  private script(pageFiles: object): string {
    const { outputFiles } = buildSync({
      entryPoints: [path.join(FIRST_SCREEN, 'main.tsx')],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: TARGET,
      charset: 'utf8',
      legalComments: 'none',
      jsx: 'automatic',
      alias: {
        '@linshao/domain': this.domain,
        '@tarojs/components': path.join(STAND_INS, 'components.ts'),
        '@tarojs/taro': path.join(STAND_INS, 'taro.ts'),
        react: path.join(STAND_INS, 'react.ts'),
        'react/jsx-runtime': path.join(STAND_INS, 'jsx-runtime.ts'),
      },
      loader: { '.css': 'empty', '.png': 'dataurl' },
      define: {
        LINSHAO_PAGE_FILES: JSON.stringify(pageFiles),
        'process.env.TARO_ENV': '"h5"',
        // Taro's mark around a configuration; the configuration itself is what it is given.
        defineAppConfig: 'Object',
      },
    });
    return outputFiles[0]?.text.trim() ?? '';
  }
}

const isStyle = (file: string): boolean => file.endsWith('.css');

const filesOf = (group: { chunks: Chunk[] } | undefined): string[] =>
  (group?.chunks ?? []).flatMap(({ files }) => [...files]);

const minified = (css: string): string =>
  transformSync(css, { loader: 'css', minify: true, target: TARGET }).code.trim();

/** By a page's path: the files that are loaded when it is opened. */
function filesOfPages({ chunkGroups, entrypoints }: Compilation): Map<string, string[]> {
  const ofApp = new Set(filesOf(entrypoints.get('app')));
  return new Map(
    chunkGroups.flatMap((group) =>
      group.origins
        .map(({ request }) => /^\.\/((?:pages|features)\/.+)$/.exec(request)?.[1])
        .filter((page) => page !== undefined)
        .map((page): [string, string[]] => [page, filesOf(group).filter((file) => !ofApp.has(file))]),
    ),
  );
}
