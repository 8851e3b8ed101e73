import { dutyWords } from './duty-words.js';

const AREA = { name: '永红社区' } as Parameters<typeof dutyWords>[0]['area'];
const turn = (postName: string) => ({
  postName,
  from: '2026-11-26T17:30:00+08:00',
  to: '2026-11-27T08:30:00+08:00',
  standIn: false,
});

it.each([
  [turn('永红社区值班岗'), null, '现在有人值守：永红社区值班岗'],
  [turn('夜间值班岗'), turn('永红社区值班岗'), '永红社区现在有人值守：夜间值班岗'],
  [null, turn('永红社区值班岗'), '永红社区下一班 17:30 开始值守'],
  [null, null, null],
])('says who is on duty, else who will be', (now, next, words) => {
  expect(dutyWords({ area: AREA, now, next })).toBe(words);
});
