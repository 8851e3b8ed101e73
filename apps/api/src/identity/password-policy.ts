/** Characters; a whole sentence is welcome. */
const PASSWORD_LENGTH = { min: 10, max: 128 } as const;
const FEWEST_KINDS = 5;

/**
 * What is wrong with a new password, in Chinese; null when it will do. Length counts, not symbols (NIST SP 800-63B);
 * refused are the few that fall to the first guesses.
 */
export function passwordProblem(password: string, userName: string): string | null {
  const letters = Array.from(password);
  if (letters.length < PASSWORD_LENGTH.min || letters.length > PASSWORD_LENGTH.max) {
    return `密码应为 ${PASSWORD_LENGTH.min} 到 ${PASSWORD_LENGTH.max} 个字符`;
  }
  if (new Set(letters).size < FEWEST_KINDS) return '密码太简单，请不要重复使用同样的几个字符';
  if (password.toLowerCase().includes(userName.toLowerCase())) return '密码里不要包含用户名';
  return '01234567890123456789'.includes(password) ? '密码太简单，请换一个' : null;
}
