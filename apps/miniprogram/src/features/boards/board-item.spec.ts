import fc from 'fast-check';
import { toBoardItem } from './board-item.js';

const full = {
  number: 'FQ20261122-0007',
  kind: 'wish',
  category: { code: 'company', name: '陪伴' },
  title: '想有人教我用手机挂号',
  text: '党员小周上门教了两次。',
  area: '富强新村社区',
  publishedAt: '2026-11-22T09:30:00+08:00',
  solved: true,
  stars: 5,
  lamp: 'lit',
};

describe('toBoardItem', () => {
  it('reads a whole item, with category and area by name or as an object', () => {
    expect(toBoardItem(full)).toMatchObject({
      kind: 'wish',
      category: '陪伴',
      area: '富强新村社区',
      solved: true,
      stars: 5,
      lampLit: true,
    });
  });

  it('keeps "not rated yet" apart from "not solved"', () => {
    expect(toBoardItem({ ...full, solved: null, stars: null })).toMatchObject({ solved: null, stars: null });
    expect(toBoardItem({ ...full, solved: false })).toMatchObject({ solved: false });
  });

  it('reads the lamp as a word or a boolean, and knows that a problem has none', () => {
    expect(toBoardItem({ ...full, lamp: 'waiting' })?.lampLit).toBe(false);
    expect(toBoardItem({ ...full, lamp: true })?.lampLit).toBe(true);
    expect(toBoardItem({ ...full, lamp: undefined })?.lampLit).toBeNull();
  });

  it('shows an item of a kind it does not know yet, without a kind', () => {
    expect(toBoardItem({ ...full, kind: 'petition' })?.kind).toBeNull();
  });

  it('drops what cannot be shown, and never throws', () => {
    expect(toBoardItem({ ...full, title: ' ' })).toBeNull();
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const item = toBoardItem(raw);
        return item === null || (item.number !== '' && item.title !== '');
      }),
    );
  });

  it('never shows stars outside one to five', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer()), (stars) => {
        const shown = toBoardItem({ ...full, stars })?.stars ?? 1;
        return Number.isInteger(shown) && shown >= 1 && shown <= 5;
      }),
    );
  });
});
