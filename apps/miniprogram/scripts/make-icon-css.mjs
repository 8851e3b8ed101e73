/**
 * Puts the icons of icons/ (from Lucide 1.62, ISC licence, icons/LICENSE) into src/ui/icon-shapes.css:
 * `node scripts/make-icon-css.mjs`. WeChat draws no inline SVG, but both WeChat and browsers paint through a mask.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const ICONS = new URL('../icons/', import.meta.url);
const FILE = new URL('../src/ui/icon-shapes.css', import.meta.url);

const rules = readdirSync(ICONS)
  .filter((name) => name.endsWith('.svg'))
  .sort()
  .map((name) => {
    const svg = readFileSync(new URL(name, ICONS), 'utf8')
      .replace(/<!--.*?-->|\s*class="[^"]*"/gs, '')
      .replace('currentColor', '#000')
      .replace(/\s+/g, ' ')
      .replace(/> </g, '><')
      .trim();
    const url = `url("data:image/svg+xml,${encodeURIComponent(svg).replace(/%20/g, ' ').replace(/%3D/g, '=').replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/%22/g, "'")}")`;
    return `.icon--${name.replace('.svg', '')} {\n  -webkit-mask-image: ${url};\n}\n`;
  });
writeFileSync(FILE, `/* Written by scripts/make-icon-css.mjs from icons/; do not edit. */\n${rules.join('\n')}`);
