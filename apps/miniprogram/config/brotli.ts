import { brotliCompressSync, constants } from 'node:zlib';
import webpack, { type Compiler } from 'webpack';

const NAME = 'brotli';
const COMPRESSED = /\.(js|css|html)$/;

/** Puts beside every file what the server sends to browsers that read Brotli: a seventh less than gzip. */
export class BrotliPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // After all others: what is compressed must not change any more.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT + 1;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
        for (const [file, source] of Object.entries(assets)) {
          if (!COMPRESSED.test(file)) continue;
          const bytes = Buffer.from(source.source());
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
          compilation.emitAsset(`${file}.br`, new webpack.sources.RawSource(brotliCompressSync(bytes, { params })));
        }
      });
    });
  }
}
