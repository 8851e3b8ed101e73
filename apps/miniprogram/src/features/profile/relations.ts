import type { Schemas } from '../../api-client/api.js';

/** What somebody is to the home they live in. */
export const RELATIONS: Readonly<Record<Schemas['HomeDto']['relation'], string>> = {
  owner: '业主',
  tenant: '租住',
  family: '家人',
};
