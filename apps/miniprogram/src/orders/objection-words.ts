import { assertNever, type ObjectionState, type Role } from '@linshao/domain';
import type { Schemas } from '../api-client/api.js';
import type { Tone } from '../ui/tag.js';

type Objection = Schemas['ObjectionView'];
type Post = Pick<Schemas['MyPostDto'], 'role' | 'scopeType' | 'scopeId'>;

const UNIT_ROLES: ReadonlySet<Role> = new Set<Role>(['unit_responder', 'provider']);

export const unitPosts = <P extends Post>(posts: readonly P[]): readonly P[] =>
  posts.filter(({ role, scopeType }) => UNIT_ROLES.has(role) && scopeType === 'unit');

interface Sent {
  readonly state: string;
  readonly assignee: unknown;
  readonly assignment: { readonly type: string; readonly id: string | null } | null;
}

/** Whether to offer arguing the order back: it waits for this person's unit, which has not argued yet. The server decides. */
export function mayObject(
  { state, assignee, assignment }: Sent,
  posts: readonly Post[],
  objections: readonly Pick<Objection, 'unit'>[],
): boolean {
  if (state !== 'dispatched' || assignee !== null || assignment?.type !== 'unit') return false;
  const own = unitPosts(posts).some(({ scopeId }) => scopeId === assignment.id);
  return own && !objections.some(({ unit }) => unit.id === assignment.id);
}

/** What became of it, and who is next, in one sentence. */
export function objectionNow({ state, unit }: Pick<Objection, 'state' | 'unit'>): string {
  switch (state) {
    case 'raised':
      return '等街道督办裁定';
    case 'upheld':
      return `裁定：异议成立，不由${unit.name}办，退回社区重新派单`;
    case 'overruled':
      return `裁定：异议不成立，由${unit.name}接单，接单时间重新计算`;
    case 'void':
      return '单子已转往别处，不再裁定';
    default:
      return assertNever(state);
  }
}

export function objectionTone(state: ObjectionState): Tone {
  return state === 'raised' ? 'warn' : state === 'void' ? 'plain' : 'brand';
}
