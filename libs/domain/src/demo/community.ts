import type { Role } from '../identity/role.js';
import type { AreaLevel } from '../organisation/area-level.js';
import type { PartyLevel } from '../organisation/party-level.js';
import type { Point } from '../organisation/point.js';
import type { Polygon } from '../organisation/polygon.js';
import type { UnitKind } from '../organisation/unit-kind.js';
import type { Playbook } from '../playbook/types.js';
import type { OrderStory } from './story.js';

/** An area below the community; the parent is another area's code, or the community's. */
export interface DemoArea {
  readonly code: string;
  readonly level: AreaLevel;
  readonly parent: string;
  readonly name: string;
  readonly households: number;
  /** A building's place. */
  readonly point?: Point;
  /** A grid's border. */
  readonly polygon?: Polygon;
}

export interface DemoPartyOrganisation {
  readonly code: string;
  readonly level: PartyLevel;
  readonly parent: string | null;
  readonly name: string;
  /** Code of the area it is bound to. */
  readonly area: string;
}

export interface DemoUnit {
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  /** Code of the area it serves. */
  readonly area: string;
}

/** A post in an area, a unit or a party organisation, by its code. */
export interface DemoPost {
  readonly role: Role;
  readonly name: string;
  readonly area?: string;
  readonly unit?: string;
  readonly party?: string;
}

export interface DemoDwelling {
  /** Code of the unit 单元. */
  readonly unit: string;
  readonly room: string;
  readonly as: 'owner' | 'tenant' | 'family';
}

export interface DemoPerson {
  /** How the data refers to the person. */
  readonly key: string;
  /** The name under which demo mode logs this person in. */
  readonly persona?: string;
  /** Nobody in demo data exists; every record says so. */
  readonly invented: true;
  readonly name: string;
  readonly sex: '男' | '女';
  readonly bornYear: number;
  readonly phone: string;
  readonly idNumber?: string;
  readonly dwelling?: DemoDwelling;
  readonly livesAlone?: boolean;
  /** Code of the unit the person works for. */
  readonly employer?: string;
  readonly skills?: readonly string[];
  readonly hours?: readonly string[];
  readonly posts: readonly DemoPost[];
}

/** One of the community's volunteer posts 志愿岗 and who holds it. */
export interface DemoVolunteerPost {
  readonly code: string;
  readonly name: string;
  readonly team: string;
  readonly area: string;
  readonly holders: readonly string[];
}

/** What the story writer needs of a demo community. */
export interface DemoCommunity {
  readonly playbook: Playbook;
  readonly areas: readonly DemoArea[];
  readonly people: readonly DemoPerson[];
  readonly stories: readonly OrderStory[];
}
