import { toGcj02 } from './gcj02.js';

describe('toGcj02', () => {
  it('moves Tiananmen as the maps do', () => {
    const { lng, lat } = toGcj02({ lng: 116.391349, lat: 39.907375 });
    expect(lng).toBeCloseTo(116.397592, 4);
    expect(lat).toBeCloseTo(39.908778, 4);
  });

  it('moves Changzhou by a few hundred metres, never further', () => {
    const { lng, lat } = toGcj02({ lng: 119.9693, lat: 31.8105 });
    expect(lng - 119.9693).toBeGreaterThan(0.003);
    expect(lng - 119.9693).toBeLessThan(0.007);
    expect(Math.abs(lat - 31.8105)).toBeLessThan(0.005);
  });

  it('leaves the rest of the world where it is', () => {
    expect(toGcj02({ lng: 2.35, lat: 48.86 })).toEqual({ lng: 2.35, lat: 48.86 });
  });
});
