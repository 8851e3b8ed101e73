import { mayContainParty, PARTY_LEVELS, type PartyLevel } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { administers } from './administrator.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { AreaReferencesRepository } from './area-references.repository.js';
import type { Area } from './area.js';
import {
  type NewPartyOrganisation,
  type PartyOrganisationRow,
  PartyOrganisationsRepository,
} from './party-organisations.repository.js';
import { ScopePostsRepository } from './scope-posts.repository.js';

export type PartyOrganisationImportRow = ImportRow<{
  readonly code: string;
  readonly name: string;
  readonly level: PartyLevel;
  readonly parent: string | null;
  readonly area: string;
}>;

type Known = Pick<PartyOrganisationRow, 'id' | 'code' | 'name' | 'level' | 'parentId' | 'path' | 'areaId' | 'areaPath'>;

/** Party organisations from a sheet, known again by their code. */
@Injectable()
export class PartyOrganisationImportService {
  constructor(
    private readonly organisations: PartyOrganisationsRepository,
    private readonly references: AreaReferencesRepository,
    private readonly changes: AreaChangesRepository,
    private readonly posts: ScopePostsRepository,
    private readonly clock: Clock,
  ) {}

  async begin(tx: Transaction, { cityId }: Caller): Promise<void> {
    await this.changes.lockTree(tx, cityId, 'alone');
  }

  /** @param rows parents before their children */
  async take(
    tx: Transaction,
    caller: Caller,
    rows: readonly PartyOrganisationImportRow[],
    outcomes: RowOutcomes,
  ): Promise<void> {
    const { cityId } = caller;
    const areas = await this.references.find(
      tx,
      cityId,
      rows.map(({ area }) => area),
    );
    const codes = rows.flatMap(({ code, parent }) => (parent === null ? [code] : [code, parent]));
    const known = new Map<string, Known>(await this.organisations.byCodes(tx, cityId, codes));
    const added: NewPartyOrganisation[] = [];
    for (const row of rows) {
      const area = this.areaOf(caller, row, areas, outcomes);
      const parent = area && this.parentOf(caller, row, known, outcomes);
      if (!area || parent === undefined) continue;
      const { code, name, level } = row;
      const parentId = parent?.id ?? null;
      const before = known.get(code);
      if (!before) {
        const path = parent ? `${parent.path}/${code}` : code;
        const organisation = { id: nextId(), code, name, level, parentId, path, areaId: area.id };
        added.push(organisation);
        known.set(code, { ...organisation, areaPath: area.path });
      } else if (!administers(caller, before.areaPath, this.clock.now())) {
        outcomes.refuse(row, '党组织代码', 'area.beyond_yours', '这个代码是别处的党组织，不在您管理的范围内');
      } else if (before.level !== level || before.parentId !== parentId) {
        outcomes.refuse(
          row,
          null,
          'party_organisation.elsewhere',
          `代码 ${code} 已用于“${before.name}”，级别或上级不同；如要移动请用党组织管理`,
        );
      } else if (before.name === name && before.areaId === area.id) outcomes.unchanged += 1;
      else {
        await this.organisations.update(tx, cityId, { id: before.id, name, parentId, areaId: area.id });
        if (before.areaId !== area.id) {
          for (const person of await this.posts.follow(tx, cityId, 'party', before.id, area.path))
            outcomes.persons.add(person);
        }
        outcomes.changed += 1;
      }
    }
    await this.organisations.insertMany(tx, cityId, added);
    outcomes.added += added.length;
  }

  private areaOf(
    caller: Caller,
    row: PartyOrganisationImportRow,
    areas: ReadonlyMap<string, Area>,
    outcomes: RowOutcomes,
  ): Area | null {
    const area = areas.get(row.area);
    if (!area) outcomes.refuse(row, '区域代码', 'area.not_found', '没有这个区域，请核对代码');
    else if (!administers(caller, area.path, this.clock.now())) {
      outcomes.refuse(row, '区域代码', 'area.beyond_yours', '不在您管理的范围内');
    } else return area;
    return null;
  }

  /** Null: topmost; undefined: refused. */
  private parentOf(
    caller: Caller,
    row: PartyOrganisationImportRow,
    known: ReadonlyMap<string, Known>,
    outcomes: RowOutcomes,
  ): Known | null | undefined {
    if (row.parent === null) return null;
    const parent = known.get(row.parent);
    if (!parent)
      outcomes.refuse(row, '上级代码', 'party_organisation.not_found', '没有这个上级党组织；它的那一行是否有误？');
    else if (!administers(caller, parent.areaPath, this.clock.now())) {
      outcomes.refuse(row, '上级代码', 'area.beyond_yours', '上级党组织不在您管理的范围内');
    } else if (!mayContainParty(parent.level, row.level)) {
      const levels = [PARTY_LEVELS[parent.level].name, PARTY_LEVELS[row.level].name];
      outcomes.refuse(row, '级别', 'party_organisation.level', `${levels[0]}下面不能直接设${levels[1]}`);
    } else return parent;
    return undefined;
  }
}
