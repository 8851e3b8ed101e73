import type { Actor } from '../identity/actor.js';
import type { Matter } from '../matters/matter.js';
import type { MatterTemplate } from '../matters/template.js';
import { COMMUNITY, GRID, NOW, person, post, STREET } from './people.js';

const DISTRICT = '320400/320402';

export const TEMPLATE: MatterTemplate = {
  code: 'low-income',
  name: '低保申请',
  steps: [
    {
      code: 'receive',
      name: '受理',
      role: 'dispatcher',
      level: 'community',
      post: '民政窗口',
      within: { amount: 1, unit: 'workdays', clock: 'working' },
    },
    {
      code: 'visit',
      name: '入户核查',
      role: 'grid_worker',
      level: 'grid',
      within: { amount: 5, unit: 'workdays', clock: 'working' },
    },
    {
      code: 'notice',
      name: '公示',
      role: 'dispatcher',
      level: 'community',
      within: { amount: 8, unit: 'workdays', clock: 'working' },
      waitsForDays: 7,
    },
    {
      code: 'street',
      name: '街道审核',
      role: 'supervisor',
      level: 'subdistrict',
      within: { amount: 5, unit: 'workdays', clock: 'working' },
    },
    {
      code: 'district',
      name: '区级审批',
      role: 'regulator',
      level: 'district',
      within: { amount: 10, unit: 'workdays', clock: 'working' },
    },
  ],
};

export function matter(changes: Partial<Matter> = {}): Matter {
  return {
    id: 'matter',
    steps: TEMPLATE.steps,
    state: 'running',
    step: 0,
    version: 3,
    areaPath: `${GRID}/G01-B03`,
    applicantId: 'applicant',
    createdById: 'desk',
    stepStartedAt: new Date(NOW.getTime() - 30 * 86_400_000),
    ...changes,
  };
}

/** Everybody who might stand before an application. */
export const MATTER_ACTORS = {
  applicant: person('applicant'),
  neighbour: person('neighbour'),
  desk: person('desk', post('dispatcher')),
  otherDesk: person('otherDesk', post('dispatcher', `${STREET}/320402003013`)),
  gridWorker: person('gridWorker', post('grid_worker', GRID)),
  otherGrid: person('otherGrid', post('grid_worker', `${COMMUNITY}/G02`)),
  secretary: person('secretary', post('secretary')),
  supervisor: person('supervisor', post('supervisor', STREET)),
  regulator: person('regulator', post('regulator', DISTRICT)),
  dutyOfficer: person('dutyOfficer', post('duty_officer')),
  member: person('member', post('party_member')),
  administrator: person('administrator', post('administrator', '320400')),
  former: person('former', post('secretary', COMMUNITY, { to: NOW })),
  system: { type: 'system', name: 'sweep' },
} as const satisfies Record<string, Actor>;
export type MatterActorName = keyof typeof MATTER_ACTORS;
