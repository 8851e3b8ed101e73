import { deskWorkOf } from './desk-work.js';

it.each([
  ['duty_officer', ['duty']],
  ['dispatcher', ['inbox', 'duty', 'supervision', 'figures']],
  ['secretary', ['inbox', 'duty', 'supervision', 'figures']],
  ['supervisor', ['supervision', 'inbox', 'figures']],
  ['party_member', []],
  [null, []],
] as const)('the desk of a %s', (role, work) => {
  expect(deskWorkOf(role)).toEqual(work);
});
