import type { AreaPath } from '../identity/area-path.js';
import { ROLE_NAMES, type Role } from '../identity/role.js';
import type { TimeLimit } from '../time/time-limit.js';

/** Offices that may be made responsible for a step; a helper or an administrator is none. */
export const STEP_ROLES = [
  'grid_worker',
  'duty_officer',
  'dispatcher',
  'secretary',
  'supervisor',
  'regulator',
] as const satisfies readonly Role[];
export type StepRole = (typeof STEP_ROLES)[number];

/** Where the responsible post stands, seen from the applicant's place. */
export const STEP_LEVELS = ['grid', 'community', 'subdistrict', 'district'] as const;
export type StepLevel = (typeof STEP_LEVELS)[number];

/** One step of a livelihood matter 民生事项: who answers for it, and within how long. */
export interface TemplateStep {
  readonly code: string;
  readonly name: string;
  readonly role: StepRole;
  readonly level: StepLevel;
  /** The post as people say it, e.g. 民政经办岗; absent: the role's name. Shown to everybody, so never a person's name. */
  readonly post?: string;
  readonly within: TimeLimit;
  /** Natural days the step must stand before it may be finished: a public notice 公示 hangs its full term. */
  readonly waitsForDays?: number;
}

/** How one kind of application runs at a place; playbook data. */
export interface MatterTemplate {
  readonly code: string;
  readonly name: string;
  /** What the applicant brings. */
  readonly documents?: readonly string[];
  readonly steps: readonly TemplateStep[];
}

export const stepPostName = ({ post, role }: TemplateStep): string => post ?? ROLE_NAMES[role];

/**
 * The area whose post answers for a step: the matter's own path cut off at the step's level. A matter that lies above
 * that level is answered for where it lies; where there are no districts, the city stands in for one.
 */
export function areaOfStep(areaPath: AreaPath, level: StepLevel): AreaPath {
  const codes = areaPath.split('/');
  const parts = partsUpTo(level, codes);
  return parts === 0 ? areaPath : codes.slice(0, parts).join('/');
}

/** How many codes of the path lead to the level; 0 when it does not reach it. */
function partsUpTo(level: StepLevel, codes: readonly string[]): number {
  const upTo = (pattern: RegExp): number => codes.map((code) => pattern.test(code)).lastIndexOf(true) + 1;
  switch (level) {
    case 'district':
      return upTo(/^\d{6}$/);
    case 'subdistrict':
      return upTo(/^\d{9}$/);
    case 'community':
      return upTo(/^\d{12}$/);
    case 'grid': {
      const community = upTo(/^\d{12}$/);
      return community === 0 ? 0 : community + 1;
    }
  }
}
