import { toldWords } from './escalation-words.js';

const NOW = new Date('2026-11-26T10:00:00+08:00');
const told = { role: 'supervisor', roleName: '街道督办', areaName: '茶山街道', vacant: false } as const;

it('says how high it came, who was told and when', () => {
  expect(toldWords({ rung: 2, told, at: '2026-11-25T09:05:00+08:00' }, NOW)).toBe(
    '第 2 级：11月25日09:05告知 茶山街道 · 街道督办',
  );
  expect(toldWords({ rung: 1, told: { ...told, areaName: '' }, at: '2026-11-25T09:05:00+08:00' }, NOW)).toContain(
    '告知 街道督办',
  );
});
