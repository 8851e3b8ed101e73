import { passwordProblem } from './password-policy.js';

it.each(['富强新村的秋天很好看', 'correct horse battery', '𠮷'.repeat(6) + 'abcdefg', 'Tr0ub4dor&3'])(
  'takes %s',
  (password) => {
    expect(passwordProblem(password, 'admin')).toBeNull();
  },
);

it.each(['', 'short', '𠮷'.repeat(9), 'aaaaaaaaaaaa', '1234567890', 'my-ADMIN-password', 'x'.repeat(129)])(
  'refuses %s',
  (password) => {
    expect(passwordProblem(password, 'admin')).toMatch(/密码/);
  },
);
