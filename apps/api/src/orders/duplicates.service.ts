import { Injectable } from '@nestjs/common';
import { communityOf, findDuplicates, ORDER_STATE_NAMES, redact } from '@linshao/domain';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { type CandidateRow, DuplicatesRepository } from './duplicates.repository.js';
import type { DuplicateQuery, SimilarOrder } from './duplicates.dto.js';

const OFFERED = 5;

/** C3: the same matter is found before it is reported twice. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly repository: DuplicatesRepository,
    private readonly areas: AreasService,
    private readonly playbooks: PlaybooksService,
    private readonly clock: Clock,
  ) {}

  async similar(
    caller: Caller,
    { title, description = '', category, lng, lat }: DuplicateQuery,
  ): Promise<SimilarOrder[]> {
    const location = lng !== undefined && lat !== undefined ? { lng, lat } : null;
    const areaPath =
      (location && (await this.areas.areaAtPoint(caller.cityId, location.lng, location.lat))?.path) ??
      caller.homeAreaPath;
    const community = areaPath && communityOf(areaPath);
    if (!areaPath || !community) return [];
    const path = await this.playbooks.paths(caller.cityId, areaPath);
    const rows = await this.repository.openNearby(caller.cityId, community, caller.personId);
    const candidates = rows.map((row) => ({
      row,
      title: row.title,
      description: row.description,
      categoryPath: path(row.category),
      areaPath: row.area_path,
      location: row.lng !== null && row.lat !== null ? { lng: row.lng, lat: row.lat } : null,
      at: row.submitted_at,
    }));
    const report = {
      title,
      description,
      categoryPath: category ? path(category) : [],
      areaPath,
      location,
      at: this.clock.now(),
    };
    return findDuplicates(report, candidates)
      .slice(0, OFFERED)
      .map(({ candidate, distance, why }) => offered(candidate.row, distance, why));
  }
}

function offered(row: CandidateRow, distance: number | null, why: string): SimilarOrder {
  const known = { names: row.reporter_name ? [row.reporter_name] : [], addresses: row.address ? [row.address] : [] };
  return {
    id: row.id,
    number: row.number,
    title: redact(row.title, known),
    state: row.state,
    stateName: ORDER_STATE_NAMES[row.state],
    submittedAt: row.submitted_at,
    distance: distance === null ? null : Math.round(distance),
    why,
    followers: row.followers,
  };
}
