import { shortened } from './shortened.js';

it('shows the beginning of long words, and short ones as they are', () => {
  expect(shortened('路灯修好了。')).toBe('路灯修好了。');
  expect(shortened('灯'.repeat(120))).toBe('灯'.repeat(120));
  expect(shortened('灯'.repeat(121))).toBe(`${'灯'.repeat(120)}…`);
});

it('cuts no character in two', () => {
  expect(shortened('𠮷'.repeat(200))).toBe(`${'𠮷'.repeat(120)}…`);
});
