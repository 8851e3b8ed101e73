import { Text, WholeQuery } from './fields.js';

const DEFAULT_LIMIT = 50;

/** Every list is read page by page: `cursor` is the `nextCursor` of the page before. */
export class PageQueryDto {
  @Text({ max: 500, optional: true }) cursor?: string;
  @WholeQuery(1, 100, { optional: true }) limit: number = DEFAULT_LIMIT;
}
