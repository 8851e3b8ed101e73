import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '..');
const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const normal = tokensOf('.page');
const elder = { ...normal, ...tokensOf('.page--elder') };

function tokensOf(selector: string): Record<string, string> {
  const block = new RegExp(`^\\${selector} \\{([^}]*)\\}`, 'm').exec(css)?.[1] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const named = (tokens: Record<string, string>, prefix: string): [string, string][] =>
  Object.entries(tokens).filter(([name]) => name.startsWith(prefix));

describe.each([
  ['normal', normal, { text: 14, touch: 44 }],
  ['elder', elder, { text: 18, touch: 60 }],
])('tokens of the %s view', (_name, tokens, least) => {
  const surfaces = named(tokens, 'surface-').filter(([name]) => name !== 'surface-brand');
  const texts = named(tokens, 'text-').filter(([name]) => name !== 'text-on-brand');

  it('keeps every text readable on every surface (4.5:1)', () => {
    expect(surfaces.length * texts.length).toBeGreaterThanOrEqual(15);
    for (const [surface, below] of surfaces) {
      for (const [text, above] of texts) {
        expect([text, surface, contrast(above, below) >= 4.5]).toEqual([text, surface, true]);
      }
    }
    expect(contrast(tokens['text-on-brand'] ?? '', tokens['surface-brand'] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps text and touch targets large enough', () => {
    const sizes = named(tokens, 'font-').map(([, size]) => Number.parseInt(size, 10));
    expect(sizes).toHaveLength(4);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least.text);
    expect(Number.parseInt(tokens.touch ?? '', 10)).toBeGreaterThanOrEqual(least.touch);
    expect(Number(tokens['line-height'])).toBeGreaterThanOrEqual(1.3);
  });
});

describe('colours outside the reach of CSS variables', () => {
  it.each(['app.config.ts', 'app.css', 'index.html', 'platform/browser-frame.css', 'first-screen/first-screen.css'])(
    '%s repeats only colours of the tokens',
    (file) => {
      const used = readFileSync(join(SOURCE, file), 'utf8').match(/(?:#|%23)[0-9a-f]{6}/gi) ?? [];
      expect(used.length).toBeGreaterThan(0);
      for (const colour of used) expect(Object.values(normal)).toContain(colour.replace('%23', '#'));
    },
  );
});
