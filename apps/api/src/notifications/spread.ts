import { createHash } from 'node:crypto';

/** 0 up to 1: each person their own, the same in every process and at every try. */
export const spreadOf = (personId: string): number =>
  createHash('sha1').update(personId).digest().readUInt32BE() / 2 ** 32;
