import { sentTo } from './sent-to.js';

it('takes what was sent to the person, and nothing that waits for somebody else', () => {
  const to = (type: 'person' | 'unit' | 'pool', id: string | null) => ({ assignment: { type, id, name: '' } });
  const mine = to('person', 'me');
  expect(sentTo('me', [to('pool', null), mine, to('person', 'you'), to('unit', 'me'), { assignment: null }])).toEqual([
    mine,
  ]);
  expect(sentTo(null, [to('pool', null), mine])).toEqual([]);
});
