import { covers, type AreaPath } from '../identity/area-path.js';
import type { Point } from '../organisation/point.js';
import { textSimilarity } from './similarity.js';

export interface Report {
  readonly title: string;
  readonly description: string;
  /** Codes from the top category down. */
  readonly categoryPath: readonly string[];
  readonly areaPath: AreaPath;
  readonly location: Point | null;
  readonly at: Date;
}

export interface Duplicate<T> {
  readonly candidate: T;
  /** 0…1; only comparable within one list. */
  readonly score: number;
  /** Metres; null when one of the two has no place on the map. */
  readonly distance: number | null;
  /** Chinese, for whoever judges: what agrees. */
  readonly why: string;
}

const NEAR_METRES = 250;
const MAX_AGE_DAYS = 30;
const MIN_TEXT = 0.15;
const MIN_SCORE = 0.45;
const WEIGHTS = { text: 0.5, category: 0.2, place: 0.2, age: 0.1 } as const;

/** Candidates that may be the same matter, likeliest first. A like title alone never suffices: the place must agree too. */
export function findDuplicates<T extends Report>(report: Report, candidates: readonly T[]): readonly Duplicate<T>[] {
  return candidates
    .flatMap((candidate) => judge(report, candidate) ?? [])
    .sort((a, b) => b.score - a.score || b.candidate.at.getTime() - a.candidate.at.getTime());
}

function judge<T extends Report>(report: Report, candidate: T): Duplicate<T> | null {
  const distance = report.location && candidate.location ? metresBetween(report.location, candidate.location) : null;
  const place = placeAgreement(report, candidate, distance);
  const ageDays = Math.abs(report.at.getTime() - candidate.at.getTime()) / 86_400_000;
  const text = Math.max(
    textSimilarity(report.title, candidate.title),
    textSimilarity(report.title + report.description, candidate.title + candidate.description),
  );
  if (place === 0 || ageDays > MAX_AGE_DAYS || text < MIN_TEXT) return null;
  const category = categoryAgreement(report.categoryPath, candidate.categoryPath);
  const age = 1 - ageDays / MAX_AGE_DAYS;
  const score = WEIGHTS.text * text + WEIGHTS.category * category + WEIGHTS.place * place + WEIGHTS.age * age;
  if (score < MIN_SCORE) return null;
  return { candidate, score, distance, why: explain(distance, category, text, ageDays) };
}

/** 1 at the same spot, falling to 0 beyond 250 m; without two points, the same area (or one within the other). */
function placeAgreement(a: Report, b: Report, distance: number | null): number {
  if (distance !== null) return distance > NEAR_METRES ? 0 : 1 - (0.9 * distance) / NEAR_METRES;
  return covers(a.areaPath, b.areaPath) || covers(b.areaPath, a.areaPath) ? 0.5 : 0;
}

function categoryAgreement(a: readonly string[], b: readonly string[]): number {
  const depth = Math.max(a.length, b.length);
  const differsAt = a.findIndex((code, index) => code !== b[index]);
  return depth === 0 ? 0 : (differsAt < 0 ? a.length : differsAt) / depth;
}

function explain(distance: number | null, category: number, text: number, ageDays: number): string {
  return [
    distance === null ? '同一片区' : `相距${Math.round(distance)}米`,
    category === 1 ? '类别相同' : category > 0 ? '类别相近' : '类别不同',
    `文字相似${Math.round(text * 100)}%`,
    ageDays < 1 ? '一天之内' : `${Math.floor(ageDays)}天前后`,
  ].join('，');
}

/** Great-circle distance in metres. GCJ-02's distortion is common to both ends and cancels out at this range. */
export function metresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const sinLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const sinLng = Math.sin(((b.lng - a.lng) * radians) / 2);
  const h = sinLat ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * sinLng ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}
