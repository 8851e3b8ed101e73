import type { Config } from '../config/config.js';
import { PersonalData } from './personal-data.js';

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const withKeys = (...dataKeys: Config['dataKeys']) =>
  new PersonalData({ dataKeys, hmacKey: Buffer.alloc(32, 9) } as unknown as Config);

describe('personal data at rest', () => {
  const box = withKeys(key('k1', 1));

  it('opens what it sealed, and never seals twice alike', () => {
    const sealed = box.seal('13812345678', 'persons.phone');
    expect(sealed).not.toContain('13812345678');
    expect(box.open(sealed, 'persons.phone')).toBe('13812345678');
    expect(box.seal('13812345678', 'persons.phone')).not.toBe(sealed);
  });

  it('opens with an older key after rotation, and says which key is missing', () => {
    const sealed = box.seal('13812345678', 'persons.phone');
    expect(withKeys(key('k2', 2), key('k1', 1)).open(sealed, 'persons.phone')).toBe('13812345678');
    expect(() => withKeys(key('k2', 2)).open(sealed, 'persons.phone')).toThrow('"k1"');
  });

  it('refuses a changed value and a value moved to another column', () => {
    const sealed = box.seal('13812345678', 'persons.phone');
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    expect(() => box.open(`k1:${bytes.toString('base64')}`, 'persons.phone')).toThrow();
    expect(() => box.open(sealed, 'persons.id_number')).toThrow();
  });

  it('looks up exactly, per column', () => {
    expect(box.lookup('13812345678', 'a')).toBe(box.lookup('13812345678', 'a'));
    expect(box.lookup('13812345678', 'a')).not.toBe(box.lookup('13812345678', 'b'));
  });
});
