import fc from 'fast-check';
import { isMasked, maskAddress, maskIdNumber, maskName, maskPhone } from './masking.js';

it.each([
  ['张三', '张*'],
  ['张小三', '张*三'],
  ['张王小三', '张**三'],
  ['欧阳修', '欧阳*'],
  ['欧阳娜娜', '欧阳**'],
  ['单于', '单*'],
  ['𠮷小野', '𠮷*野'],
  ['阿依古丽·买买提', '阿***'],
  ['John Smith', 'J***'],
  ['张', '*'],
  ['', '*'],
])('name %s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

it.each([
  ['13812341234', '138****1234'],
  ['0519-88123456', '****56'],
  ['12345', '****'],
])('phone %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

it.each([
  ['11010519491231002X', '1101************2X'],
  ['320402', '****'],
])('identity number %s → %s', (idNumber, masked) => expect(maskIdNumber(idNumber)).toBe(masked));

it.each([
  ['富强新村3幢2单元501室', '富强新村***'],
  ['富强新村12-3-402', '富强新村***'],
  ['劳动西路 12 号', '劳动西路***'],
  ['富强新村三号楼', '富强新村***'],
  ['富强新村Ａ座１０１', '富强新村***'],
  ['富强新村 501', '富强新村***'],
  ['富强菜场', '富强菜场***'],
])('address %s → %s', (address, masked) => expect(maskAddress(address)).toBe(masked));

describe('whatever is masked', () => {
  it('is known as masked, so that it never overwrites the real value', () => {
    fc.assert(
      fc.property(fc.constantFrom(maskName, maskPhone, maskIdNumber, maskAddress), fc.string(), (mask, value) => {
        expect(isMasked(mask(value))).toBe(true);
      }),
    );
  });

  it('shows no whole phone or identity number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), fc.stringMatching(/^\d{17}[\dX]$/), (phone, idNumber) => {
        expect(maskPhone(phone)).not.toMatch(/\d{5}/);
        expect(maskIdNumber(idNumber)).not.toMatch(/\d{5}/);
      }),
    );
  });

  it('leaves a real value alone', () => {
    expect(isMasked('13812341234')).toBe(false);
    expect(isMasked('富强新村3幢')).toBe(false);
  });
});
