import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

// argon2id with the parameters OWASP recommends (19 MiB, two passes): the library's defaults, named here so that they stay.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
// The same letters typed on two keyboards may arrive in different Unicode forms.
const canonical = (password: string): string => password.normalize('NFC');

// Without 0/O, 1/l/I: people copy it by hand.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** How passwords are kept and made. */
@Injectable()
export class PasswordHashes {
  /** Of a password nobody knows: checked where there is no account, so that an answer takes as long. */
  private readonly nobodys = hash(randomBytes(32), COST);

  hash(password: string): Promise<string> {
    return hash(canonical(password), COST);
  }

  /** @param hashed null when there is no such account: never matches, and costs the same time */
  async matches(hashed: string | null, password: string): Promise<boolean> {
    const matches = await verify(hashed ?? (await this.nobodys), canonical(password));
    return hashed !== null && matches;
  }

  /** A password to hand to somebody, to be changed at once: 16 letters, 79 bits. */
  initial(): string {
    const group = (): string => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
    return Array.from({ length: 4 }, group).join('-');
  }
}
