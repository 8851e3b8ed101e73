import { accept, type Decision, refuse } from '../kernel/decision.js';
import { ancestorsOf } from '../organisation/area-path.js';
import type { AreaPath } from './area-path.js';

/** One post of an office (a role in an area), with who stands in for its holder now. */
export interface Incumbency {
  readonly personId: string;
  /** Null: the holder is there. */
  readonly standInId: string | null;
}

/** Who answers for an office. */
export interface OfficeHolder {
  readonly personIds: readonly string[];
  /** Where they hold it: the area asked for, or the nearest above it. */
  readonly areaPath: AreaPath;
  /** Nobody was there where it was asked for: a reason for an alarm. */
  readonly vacant: boolean;
}

/**
 * Who is there in one office now. Somebody with a substitute is away; the substitute takes their place, the substitute's
 * own substitute theirs, and so on. People who stand in for each other in a ring are all away. A substitute who does not hold the
 * office (any more) replaces nobody: the holder is asked as before.
 */
export function presentHolders(incumbencies: readonly Incumbency[]): string[] {
  const holders = new Set(incumbencies.map(({ personId }) => personId));
  const standIns = new Map<string, string>();
  for (const { personId, standInId } of incumbencies) {
    if (standInId !== null && standInId !== personId && holders.has(standInId)) standIns.set(personId, standInId);
  }
  const present = new Set<string>();
  for (const holder of holders) {
    const seen = new Set<string>();
    let person: string | undefined = holder;
    while (person !== undefined && !seen.has(person)) {
      seen.add(person);
      const next = standIns.get(person);
      if (next === undefined) present.add(person);
      person = next;
    }
  }
  return [...present];
}

/** The area itself, then those above it, the nearest first. */
export const upFrom = (path: AreaPath): AreaPath[] => [path, ...ancestorsOf(path).reverse()];

/** Asks the area itself, then the areas above it, for somebody who is there. */
export function nearestOffice(areaPath: AreaPath, officeAt: (path: AreaPath) => readonly Incumbency[]): OfficeHolder {
  for (const path of upFrom(areaPath)) {
    const personIds = presentHolders(officeAt(path));
    if (personIds.length > 0) return { personIds, areaPath: path, vacant: path !== areaPath };
  }
  return { personIds: [], areaPath, vacant: true };
}

const STAND_IN = '（代）';

/** A post's name as its substitute holds it; a substitute's substitute is still one. */
export const standInName = (name: string): string => (name.endsWith(STAND_IN) ? name : `${name}${STAND_IN}`);

export const isStandInName = (name: string): boolean => name.endsWith(STAND_IN);

/** Nobody stands in for themself. */
export const mayName = (substituteId: string, holderId: string): Decision<null> =>
  substituteId === holderId ? refuse('post.own_substitute') : accept(null);
