/**
 * A column of a sheet, as data: the same description fills the template, checks the cells (in a thread, so no functions)
 * and names the column in problems.
 */
export interface Column {
  readonly key: string;
  readonly heading: string;
  readonly check: ColumnCheck;
  readonly required?: true;
  /** Most characters of a text; 60 when left out. */
  readonly max?: number;
  /** Stored value → what people write, for a choice. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly example: string;
  readonly hint: string;
}

/**
 * - text: words; code: letters, digits, hyphens; reference: an area, `320402003012` or `320402003012/G01`
 * - scope: where a post is held: an area's reference, or the code of a unit or party organisation
 * - whole: a number from 0; phone, idNumber: as the law has them; day: a date; time: of a day, HH:MM; choice: one of `choices`
 * - border: `lng,lat;lng,lat;…` in GCJ-02
 */
export type ColumnCheck =
  'text' | 'code' | 'reference' | 'scope' | 'whole' | 'phone' | 'idNumber' | 'day' | 'time' | 'choice' | 'border';

/** The area that something belongs to. */
export const AREA_COLUMN: Column = {
  key: 'area',
  heading: '区域代码',
  check: 'reference',
  required: true,
  example: '320402003012',
  hint: '统计用区划代码；社区以下写“社区代码/自编代码”，如 320402003012/G01',
};
