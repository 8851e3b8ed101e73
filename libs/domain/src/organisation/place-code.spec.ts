import fc from 'fast-check';
import { MOST_SPOT_CHARACTERS, placeCodePath, readPlaceCode } from './place-code.js';

const AREA = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';

describe('a code at a place', () => {
  it('is read as it was written, at whatever address', () => {
    const spots = fc
      .string({ unit: 'grapheme', maxLength: MOST_SPOT_CHARACTERS })
      .map((spot) => [...spot.trim()].slice(0, MOST_SPOT_CHARACTERS).join('').trim());
    fc.assert(
      fc.property(fc.uuid(), spots, fc.webUrl({ withFragments: false }), (areaId, spot, origin) => {
        expect(readPlaceCode(origin + placeCodePath({ areaId, spot }))).toEqual({ areaId, spot });
      }),
    );
  });

  it.each([
    [`https://a.cn/api/places/${AREA}`, ''],
    [`  https://a.cn/api/places/${AREA}?spot=3%20%E5%B9%A2\n`, '3 幢'],
    [`/api/places/${AREA}?spot=3幢`, '3幢'],
    [`/api/places/${AREA}?spot=%E5%B9`, ''],
    [`https://a.cn/api/places/${AREA}?from=timeline&spot=3%E5%B9%A2&isappinstalled=0#wechat_redirect`, '3幢'],
    [`https://a.cn/api/places/${AREA}?from=timeline`, ''],
    [`https://a.cn/api/places/${AREA}/?myspot=1&spot`, ''],
    [`/api/places/${AREA}?spot=${'长'.repeat(60)}`, '长'.repeat(MOST_SPOT_CHARACTERS)],
  ])('says the spot of %s', (text, spot) => {
    expect(readPlaceCode(text)).toEqual({ areaId: AREA, spot });
  });

  it('holds no more words than fit a sign', () => {
    const spot = '长'.repeat(60);
    expect(readPlaceCode(placeCodePath({ areaId: AREA, spot }))?.spot).toBe('长'.repeat(MOST_SPOT_CHARACTERS));
    expect(placeCodePath({ areaId: AREA, spot }).length).toBeLessThan(500);
  });

  it.each([
    '',
    'https://a.cn',
    'https://a.cn/api/places/17',
    `https://a.cn/api/orders/${AREA}`,
    `${AREA}`,
    'wxp://f2f0',
    `https://a.cn/api/places/${AREA}0`,
    `https://a.cn/api/places/${AREA}/more`,
  ])('is not "%s"', (text) => {
    expect(readPlaceCode(text)).toBeNull();
  });
});
