import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';

type MaySee = (caller: Caller, subjectId: string) => Promise<boolean>;

/**
 * Who may see what a photo belongs to. The feature that owns a kind of subject says so at start (orders:
 * `register('order', …)`); a kind nobody speaks for is seen by the photo's owner only.
 */
@Injectable()
export class FileAccess {
  private readonly rules = new Map<string, MaySee>();

  register(subjectType: string, maySee: MaySee): void {
    if (this.rules.has(subjectType)) throw new Error(`two rules say who may see files of ${subjectType}`);
    this.rules.set(subjectType, maySee);
  }

  async maySee(caller: Caller, subjectType: string, subjectId: string): Promise<boolean> {
    return (await this.rules.get(subjectType)?.(caller, subjectId)) ?? false;
  }
}
