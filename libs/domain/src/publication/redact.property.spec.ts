import fc from 'fast-check';
import { MARKERS } from './markers.js';
import { redact, type KnownPersonalData } from './redact.js';

const HAN = '张王李赵陈杨黄周吴徐孙胡朱高林何郭马罗梁小大伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英';
const WORDS = [
  '路灯',
  '坏了',
  '在',
  '3幢',
  '，',
  ' ',
  '\n',
  '电话',
  '12',
  '-',
  '〔',
  '隐去〕',
  '号',
  '2026-11-22',
  '😀',
  '𠮷',
  'a',
  'WX',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const name = fc.array(fc.constantFrom(...HAN), { minLength: 2, maxLength: 4 }).map((letters) => letters.join(''));
const phone = fc.stringMatching(/^1[3-9]\d{9}$/);
const idNumber = fc.stringMatching(/^\d{17}[\dX]$/);
const address = fc
  .tuple(name, fc.nat(99), fc.nat(9), fc.nat(999))
  .map(([estate, a, b, c]) => `${estate}新村${a}幢${b}单元${c}室`);
const known = fc.record({
  names: fc.array(name, { maxLength: 3 }),
  phones: fc.array(phone, { maxLength: 2 }),
  idNumbers: fc.array(idNumber, { maxLength: 2 }),
  addresses: fc.array(address, { maxLength: 2 }),
});

const FULL_WIDTH = (character: string) =>
  /[!-~]/.test(character) ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0) : character;
const disguise = fc.record({ gap: fc.constantFrom('', ' ', '-', '－', '\u3000', '\u200b', '·'), wide: fc.boolean() });

function disguised(value: string, { gap, wide }: { gap: string; wide: boolean }): string {
  return [...value].map((character) => (wide ? FULL_WIDTH(character) : character)).join(gap);
}

/** What a reader could still put together: the text between the markers without spaces, width or dashes. */
function readable(published: string): string {
  return published
    .split(new RegExp(Object.values(MARKERS).join('|')))
    .map((part) =>
      part
        .normalize('NFKC')
        .replace(/[\s\p{Cf}\p{Pd}·]/gu, '')
        .toLowerCase(),
    )
    .join('\n');
}

describe('redaction', () => {
  it('leaks nothing that is known, wherever and however it was written', () => {
    fc.assert(
      fc.property(known, fc.array(fc.tuple(text, disguise), { minLength: 1, maxLength: 6 }), (data, pieces) => {
        const secrets = [...data.names, ...data.phones, ...data.idNumbers, ...data.addresses];
        const written = pieces
          .map(([words, how], index) => words + disguised(secrets[index % Math.max(1, secrets.length)] ?? '', how))
          .join('');
        const published = readable(redact(written, data));
        for (const secret of secrets) expect(published).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 250 },
    );
  });

  it('done twice changes nothing', () => {
    const anything = fc.oneof(
      text,
      fc.stringMatching(/^[0-9一二三\-–A-Z幢号室单元 路住苏]{0,40}$/),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(anything, known, (words, data: KnownPersonalData) => {
        const once = redact(words, data);
        expect(redact(once, data)).toBe(once);
      }),
      { numRuns: 250 },
    );
  });

  it('changes nothing but what it hides', () => {
    fc.assert(
      fc.property(text, known, (words, data) => {
        const kept = redact(words, data).split(new RegExp(Object.values(MARKERS).join('|')));
        let from = 0;
        for (const part of kept) {
          const at = words.indexOf(part, from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + part.length;
        }
      }),
    );
  });

  it('hides every mobile number nobody told us of', () => {
    fc.assert(
      fc.property(text, phone, text, (before, number, after) => {
        expect(redact(`${before}${number}${after}`, {})).not.toContain(number);
      }),
    );
  });
});
