import { Injectable } from '@nestjs/common';
import { AreaSheet } from './area-sheet.js';
import type { ImportKind } from './import-kind.js';
import { PartyOrganisationSheet } from './party-organisation-sheet.js';
import { UnitSheet } from './unit-sheet.js';

/** Every kind of sheet, in the order in which a new community needs them. */
@Injectable()
export class ImportKinds {
  readonly all: readonly ImportKind[];

  constructor(areas: AreaSheet, units: UnitSheet, organisations: PartyOrganisationSheet) {
    this.all = [areas, organisations, units];
  }
}
