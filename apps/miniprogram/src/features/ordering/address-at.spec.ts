import { addressAt } from './address-at.js';

it.each([
  ['3 幢北门', '', '', '3 幢北门'],
  ['3 幢北门', '车棚旁边', '', '3 幢北门'],
  ['3 幢北门', '5 幢南门', '5 幢南门', '3 幢北门'],
  ['', '', '', ''],
  ['', '车棚旁边', '', '车棚旁边'],
  ['', '5 幢南门', '5 幢南门', ''],
  ['', '5 幢南门的车棚', '5 幢南门', '5 幢南门的车棚'],
])('a code that says "%s" makes of "%s", after one that said "%s": "%s"', (spot, written, before, address) => {
  expect(addressAt(spot, written, before)).toBe(address);
});
