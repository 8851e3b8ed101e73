import type { HomeDto } from './home.dto.js';

export type { HomeDto } from './home.dto.js';

/** Where homes come from; the registry provides it, so that identity need not know the registry. */
export abstract class Homes {
  abstract of(cityId: number, personId: string): Promise<HomeDto[]>;
}
