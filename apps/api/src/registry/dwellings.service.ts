import { Injectable } from '@nestjs/common';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { decodeCursor, isId, isText, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { AddressesService } from './addresses.service.js';
import type { CreateDwellingDto, DwellingDto, DwellingListQueryDto, DwellingPageDto } from './dwellings.dto.js';
import { type DwellingCursor, type DwellingRow, DwellingsRepository } from './dwellings.repository.js';
import { isLivedIn } from './lived-in.js';
import { registrarPost } from './registrar-check.js';

@Injectable()
export class DwellingsService {
  constructor(
    private readonly areas: AreasService,
    private readonly clock: Clock,
    private readonly dwellings: DwellingsRepository,
    private readonly addresses: AddressesService,
  ) {}

  /** For everybody signed in: residents choose their own door. Says nothing about who lives there. */
  async list(
    { cityId }: Caller,
    { area: areaId, room, cursor, limit }: DwellingListQueryDto,
  ): Promise<DwellingPageDto> {
    const area = await this.areas.areaById(cityId, areaId);
    if (!area) throw notFound();
    const after = decodeCursor(cursor, [isText, isText, isId]) as DwellingCursor | null;
    const rows = await this.dwellings.within(cityId, area.path, room, after, limit + 1);
    const address = await this.addresses.of(
      cityId,
      rows.map(({ areaPath }) => areaPath),
    );
    const page = pageOf(
      rows,
      limit,
      (row) => ({ ...row, address: address(row.areaPath, row.room) }),
      ({ areaPath, room: last, id }) => [areaPath, last, id],
    );
    return { ...page, items: [...page.items] };
  }

  async show({ cityId }: Caller, id: string): Promise<DwellingDto> {
    const dwelling = await this.dwellings.byId(cityId, id);
    if (!dwelling) throw notFound();
    return this.inWords(cityId, dwelling);
  }

  /** Adding a room that is there already changes nothing. */
  async add(caller: Caller, { areaId, room }: CreateDwellingDto): Promise<DwellingDto> {
    const area = await this.areas.areaById(caller.cityId, areaId);
    if (!area) throw notFound('area.not_found', '没有这个区域');
    registrarPost(caller, area.path, this.clock.now());
    if (!isLivedIn(area.level)) throw new Problem(422, 'dwelling.no_building', '房屋应登记在楼幢、单元或小区下');
    const dwelling = await this.dwellings.add(caller.cityId, nextId(), areaId, room, caller.personId);
    if (!dwelling) throw notFound('area.not_found', '没有这个区域');
    return this.inWords(caller.cityId, dwelling);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    const dwelling = await this.dwellings.byId(caller.cityId, id);
    if (!dwelling) throw notFound();
    registrarPost(caller, dwelling.areaPath, this.clock.now());
    const removed = await this.dwellings.remove(caller.cityId, id);
    if (removed === 0) throw new Problem(409, 'dwelling.in_use', '这套房屋已有住址登记，不能删除');
  }

  private async inWords(cityId: number, row: DwellingRow): Promise<DwellingDto> {
    const address = await this.addresses.of(cityId, [row.areaPath]);
    return { ...row, address: address(row.areaPath, row.room) };
  }
}
