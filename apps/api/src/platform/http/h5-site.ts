import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Asset, BROTLI, readAsset } from './asset.js';

export interface Site {
  /** All but the index, by path, such as `/js/app.4f2a9c1b.js`. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly index: Asset;
  readonly contentPolicy: string;
}

/**
 * The built H5 in memory: a few megabytes, and no path a request names ever reaches the disk.
 * @throws Error when the folder cannot be read or has no index.html
 */
export function readSite(folder: string): Site {
  const index = readAsset(join(folder, 'index.html'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith(BROTLI),
  );
  const assets = new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [`/${relative(folder, path).split(sep).join('/')}`, readAsset(path)];
    }),
  );
  assets.delete('/index.html');
  return { assets, index, contentPolicy: contentPolicyOf(index.bytes.toString('utf8')) };
}

/** Scripts from here and those the page itself holds, by their digest; styles also inline, as Taro's components set them. */
function contentPolicyOf(html: string): string {
  const inline = [...html.matchAll(/<script>([\s\S]+?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
