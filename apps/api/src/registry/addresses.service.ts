import { ancestorsOf, type AreaPath } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** Addresses in words, from the names of the areas: 富强新村社区 第一网格 3幢 2单元 501. */
@Injectable()
export class AddressesService {
  constructor(private readonly database: Database) {}

  /** One query for any number of places; the answer says a place in words, with what follows it. */
  async of(cityId: number, paths: readonly AreaPath[]): Promise<(path: AreaPath, rest: string) => string> {
    const wanted = [...new Set(paths.flatMap((path) => [...ancestorsOf(path), path]))];
    const rows = await this.database.rows<{ path: string; name: string }>(
      `SELECT path, name FROM areas WHERE city_id = $1 AND path = ANY($2::text[]) AND level NOT IN ('city', 'district', 'subdistrict')`,
      [cityId, wanted],
    );
    const names = new Map(rows.map(({ path, name }) => [path, name]));
    return (path, rest) =>
      [...ancestorsOf(path), path]
        .flatMap((part) => names.get(part) ?? [])
        .concat(rest)
        .join(' ')
        .trim();
  }
}
