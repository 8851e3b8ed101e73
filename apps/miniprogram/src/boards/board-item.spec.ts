import fc from 'fast-check';
import { toBoardItem } from './board-item.js';

const full = {
  number: '261122-000007',
  kind: 'wish',
  category: 'company',
  categoryName: '陪伴',
  title: '想有人教我用手机挂号',
  text: '手机挂号总是不会。',
  result: '党员小周上门教了两次。',
  area: { path: '/320400/320402003012', name: '富强新村社区' },
  publishedAt: '2026-11-22T09:30:00+08:00',
  solved: true,
  stars: 5,
  lamp: 'lit',
};

describe('toBoardItem', () => {
  it('reads a whole item, naming category and area by their names and never by their codes', () => {
    expect(toBoardItem(full)).toEqual({
      ...full,
      category: '陪伴',
      categoryName: undefined,
      area: '富强新村社区',
    });
    expect(toBoardItem({ ...full, categoryName: undefined, area: '320402003012' })).toMatchObject({
      category: null,
      area: null,
    });
  });

  it('keeps "not rated yet" apart from "not solved"', () => {
    expect(toBoardItem({ ...full, solved: null, stars: null })).toMatchObject({ solved: null, stars: null });
    expect(toBoardItem({ ...full, solved: false })).toMatchObject({ solved: false });
  });

  it('reads the three lights of the lamp, and knows that a problem has none', () => {
    expect(toBoardItem({ ...full, lamp: 'waiting' })?.lamp).toBe('waiting');
    expect(toBoardItem({ ...full, lamp: 'claimed' })?.lamp).toBe('claimed');
    expect(toBoardItem({ ...full, lamp: null })?.lamp).toBeNull();
    expect(toBoardItem({ ...full, lamp: 'purple' })?.lamp).toBeNull();
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
