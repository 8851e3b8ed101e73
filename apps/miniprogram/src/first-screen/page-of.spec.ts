import { HOME, pageOf } from './page-of.js';

describe('the page an address opens', () => {
  it.each(['', '#', '#/', '#/pages/home/index', '#pages/home/index', '#/pages/home/index?from=card', '#/?from=card'])(
    'is the home page at "%s"',
    (hash) => {
      expect(pageOf(hash)).toBe(HOME);
    },
  );

  it.each([
    ['#/pages/hall/index', 'pages/hall/index'],
    ['#/features/orders/pages/order?id=1', 'features/orders/pages/order'],
    ['#/pages/home/index/more', 'pages/home/index/more'],
  ])('is another one at "%s"', (hash, page) => {
    expect(pageOf(hash)).toBe(page);
  });
});
