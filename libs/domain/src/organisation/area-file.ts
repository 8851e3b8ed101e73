import type { AreaPath } from '../identity/area-path.js';
import { isAreaLevel, mayContain, type AreaLevel } from './area-level.js';
import { areaPath, isAreaCode } from './area-path.js';

export interface OfficialArea {
  readonly code: string;
  readonly level: AreaLevel;
  readonly parentCode: string | null;
  readonly name: string;
  readonly path: AreaPath;
  /** Province name; only a city has it. */
  readonly province: string | null;
}

/**
 * Reads a file of official areas (JSON lines, see tools-data/areas) line by line, parents first; the head line and blank
 * lines give null. It remembers only the branch it is on, so the whole country needs no more memory than one city.
 * @throws Error naming the line when it is malformed, or its level, code or parent does not fit.
 */
export function officialAreaReader(): (line: string) => OfficialArea | null {
  let branch: OfficialArea[] = [];
  let count = 0;
  return (line) => {
    count += 1;
    if (line.trim() === '') return null;
    const row = parse(line, count);
    if (row === null) return null;
    const [code, level, parentCode, name, province] = row;
    const depth = branch.findIndex((area) => area.code === parentCode);
    const parent = branch[depth] ?? null;
    const known = parentCode === null || parent !== null;
    if (!known || (parent && !mayContain(parent.level, level)) || !isAreaCode(level, code, parentCode)) {
      throw new Error(`Line ${count}: ${level} ${code} does not fit below ${parentCode ?? 'nothing'}`);
    }
    const area = { code, level, parentCode, name, path: areaPath(parent?.path ?? null, code), province };
    branch = [...branch.slice(0, depth + 1), area];
    return area;
  };
}

type Row = [code: string, level: AreaLevel, parentCode: string | null, name: string, province: string | null];

function parse(line: string, count: number): Row | null {
  const value: unknown = JSON.parse(line);
  if (count === 1 && !Array.isArray(value)) return null;
  const cells: unknown[] = Array.isArray(value) ? value : [];
  const [code, level, parentCode, name, province] = cells;
  if (typeof code === 'string' && typeof level === 'string' && isAreaLevel(level) && typeof name === 'string') {
    return [
      code,
      level,
      typeof parentCode === 'string' ? parentCode : null,
      name,
      typeof province === 'string' ? province : null,
    ];
  }
  throw new Error(`Line ${count} is not [code, level, parent, name]`);
}
