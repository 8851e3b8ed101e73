import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// argon2id with the parameters OWASP recommends (19 MiB, two passes): the library's defaults, named here so that they stay.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
// The same letters typed on two keyboards may arrive in different Unicode forms.
const canonical = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(canonical(password), COST);

/** A wrong password costs as much time when there is no such account: `hashed` is null then. */
export async function passwordMatches(hashed: string | null, password: string): Promise<boolean> {
  const matches = await verify(hashed ?? (await nobodysHash), canonical(password));
  return hashed !== null && matches;
}

const nobodysHash = hash(randomBytes(32), COST);

// Without 0/O, 1/l/I: people copy it by hand.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand to somebody, to be changed at once: 16 letters, 79 bits. */
export function initialPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return Array.from({ length: 4 }, group).join('-');
}
