import { deskWorkOf, supervisionTurn } from './desk-work.js';

it.each([
  ['duty_officer', ['duty']],
  ['dispatcher', ['inbox', 'duty', 'supervision', 'figures']],
  ['secretary', ['inbox', 'duty', 'supervision', 'escalated', 'figures']],
  ['supervisor', ['supervision', 'inbox', 'objections', 'escalated', 'figures']],
  ['unit_responder', ['unit']],
  ['party_member', []],
  [null, []],
] as const)('the desk of a %s', (role, work) => {
  expect(deskWorkOf(role)).toEqual(work);
});

it('has whoever asks wait for answers, whoever is asked give them', () => {
  expect([supervisionTurn('supervisor'), supervisionTurn('regulator')]).toEqual(['answered', 'answered']);
  expect([supervisionTurn('secretary'), supervisionTurn(null)]).toEqual(['open', 'open']);
});
