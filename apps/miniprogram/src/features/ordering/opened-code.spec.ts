import { openedCode } from './opened-code.js';

const AREA = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';
const PATH = `/api/places/${AREA}?spot=${encodeURIComponent('3 幢北门')}`;
const CODE = { areaId: AREA, spot: '3 幢北门' };

it.each([
  ['as a browser hands it on', PATH],
  ['as WeChat hands it on', encodeURIComponent(`https://example.cn${PATH}`)],
])('the code in an address is read %s', (_, q) => {
  expect(openedCode(q)).toEqual(CODE);
});

it.each([undefined, '', 'https://example.cn', '%E5%B9'])('there is none in "%s"', (q) => {
  expect(openedCode(q)).toBeNull();
});
