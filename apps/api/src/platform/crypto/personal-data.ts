import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals personal data (phone, ID number) at rest: AES-256-GCM with the key's id stored beside it, so that keys can be
 * rotated. `context` (table.column) is authenticated: a sealed value copied into another column does not open.
 */
@Injectable()
export class PersonalData {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get currentKeyId(): string {
    return this.currentKey.id;
  }

  /** `<key id>:<base64 of nonce, ciphertext, tag>` */
  seal(text: string, context: string): string {
    const { id, key } = this.currentKey;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${id}:${sealed.toString('base64')}`;
  }

  /** @throws Error when the key is gone or the value was changed. */
  open(sealed: string, context: string): string {
    const id = keyIdOf(sealed);
    const key = this.config.dataKeys.find((candidate) => candidate.id === id)?.key;
    if (!key) throw new Error(`data key "${id}" is not configured (DATA_KEYS)`);
    const bytes = Buffer.from(sealed.slice(id.length + 1), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** For exact look-up without opening: the same text in the same column always gives the same value. */
  lookup(text: string, context: string): string {
    return createHmac('sha256', this.config.hmacKey).update(`${context}\0${text}`).digest('base64url');
  }

  private get currentKey() {
    const [current] = this.config.dataKeys;
    if (!current) throw new Error('no data key is configured (DATA_KEYS)');
    return current;
  }
}

export const keyIdOf = (sealed: string): string => sealed.slice(0, sealed.indexOf(':'));
