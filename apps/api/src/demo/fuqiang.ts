import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type CommunityData, readCommunity } from '@linshao/domain';

const { resolve } = createRequire(import.meta.url);

export const readFuqiangFile = (file: string): string =>
  readFileSync(resolve(`@linshao/domain/playbooks/fuqiang/${file}`), 'utf8');

/** The demo community (playbook P7): the real places of 富强新村社区, invented people. */
export const readFuqiang = (): CommunityData => readCommunity(readFuqiangFile);

export function found<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`the demo data has no ${what}`);
  return value;
}
