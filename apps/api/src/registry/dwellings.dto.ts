import { Id, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

export class DwellingListQueryDto extends PageQueryDto {
  /** The area whose dwellings to list, everything below it included. */
  @Id() area: string;
  /** The beginning of the room. */
  @Text({ max: 30, optional: true }) room?: string;
}

export class CreateDwellingDto {
  /** The building, unit or estate it lies in. */
  @Id() areaId: string;
  /** As it stands on the door: 501. */
  @Text({ max: 30 }) room: string;
}

export class DwellingDto {
  id: string;
  areaId: string;
  areaPath: string;
  room: string;
  /** Area names from the community down, and the room: 富强新村社区 第一网格 3幢 2单元 501. */
  address: string;
}

export class DwellingPageDto {
  items: DwellingDto[];
  nextCursor: string | null;
}
