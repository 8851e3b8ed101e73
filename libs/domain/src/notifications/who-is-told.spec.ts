import { COMMANDS, orderIn, POOL, UNIT } from '../testing/orders.js';
import type { OrderAction } from '../orders/commands.js';
import type { OrderState } from '../orders/state.js';
import { type HandOver, type Holders, NOBODY } from './holders.js';
import { type News, type People, whoIsTold } from './who-is-told.js';

const PEOPLE: People = {
  followers: ['follower'],
  leaderId: null,
  unit: (unitId) => (unitId === 'u1' ? ['responder', 'colleague'] : ['other-unit']),
  office: (role) => [role],
  helps: () => true,
};
const TO_PERSON: Holders = { assignment: { type: 'person', personId: 'addressee' }, assigneeId: null };
const TO_UNIT: Holders = { assignment: UNIT, assigneeId: null };
const TO_POOL: Holders = { assignment: POOL, assigneeId: null };
const WORKING: Holders = { assignment: POOL, assigneeId: 'assignee' };

const step = (action: OrderAction | 'submit', actorId: string | null, more: Partial<HandOver> = {}): HandOver => ({
  action,
  fromState: 'accepted',
  toState: 'accepted',
  data: {},
  actorId,
  ...more,
});
const to = (assignment: unknown): Partial<HandOver> => ({ data: { to: assignment } });

function told(event: HandOver, before: Holders = NOBODY, order: Partial<News['order']> = {}, people = PEOPLE): string {
  const news = { event, before, order: { ...orderIn('accepted'), ...order } };
  return whoIsTold(news, people)
    .map(({ personId, template, about }) => `${personId} ${template}${about === 'parent' ? ' (parent)' : ''}`)
    .join(', ');
}

const MINE = (name: string): string => `reporter mine.${name}, creator mine.${name}`;
const ALL = (name: string): string => `${MINE(name)}, follower followed.${name}`;

/** The whole table, as one reads it: step, holders before, and everybody who hears of it. */
const TABLE: readonly (readonly [string, HandOver, Holders, string])[] = [
  [
    'written down on behalf',
    step('submit', 'creator'),
    NOBODY,
    'reporter mine.recorded, duty_officer desk.new, dispatcher desk.new',
  ],
  ['submitted oneself', step('submit', 'reporter'), NOBODY, 'duty_officer desk.new, dispatcher desk.new'],
  ['edited', step('edit', 'reporter'), NOBODY, ''],
  ['accepted', step('accept', 'dispatcher'), NOBODY, ALL('accepted')],
  ['rejected', step('reject', 'dispatcher'), NOBODY, ALL('rejected')],
  [
    'appealed',
    step('appeal', 'reporter'),
    NOBODY,
    'duty_officer desk.appealed, dispatcher desk.appealed, secretary desk.appealed',
  ],
  ['replied', step('reply', 'duty_officer'), NOBODY, ALL('replied')],
  ['sent to the hall', step('dispatch', 'dispatcher', to(POOL)), NOBODY, ALL('dispatched')],
  [
    'sent to a person',
    step('dispatch', 'dispatcher', to({ type: 'person', personId: 'addressee' })),
    NOBODY,
    `addressee work.addressed, ${ALL('dispatched')}`,
  ],
  [
    'sent to a unit',
    step('dispatch', 'dispatcher', to(UNIT)),
    NOBODY,
    `responder work.addressedToUnit, colleague work.addressedToUnit, ${ALL('dispatched')}`,
  ],
  [
    'taken from one unit and given to another',
    step('dispatch', 'dispatcher', to({ type: 'unit', unitId: 'u2' })),
    TO_UNIT,
    `other-unit work.addressedToUnit, responder work.takenAway, colleague work.takenAway, ${ALL('dispatched')}`,
  ],
  [
    'taken from who works on it and put into the hall',
    step('dispatch', 'dispatcher', to(POOL)),
    WORKING,
    `assignee work.takenAway, ${ALL('dispatched')}`,
  ],
  [
    'split',
    step('split', 'dispatcher', to([UNIT, POOL])),
    NOBODY,
    `responder work.addressedToUnit, colleague work.addressedToUnit, ${ALL('dispatched')}`,
  ],
  ['claimed from the hall', step('claim', 'member'), TO_POOL, ALL('claimed')],
  ['claimed in a unit', step('claim', 'responder'), TO_UNIT, `colleague work.colleagueClaimed, ${ALL('claimed')}`],
  [
    'returned',
    step('return', 'assignee', { fromState: 'claimed', toState: 'returned' }),
    WORKING,
    `reporter mine.returned, creator mine.returned, duty_officer desk.returned, dispatcher desk.returned, follower followed.returned`,
  ],
  [
    'sent back to be done properly',
    step('return', 'dispatcher', { fromState: 'done', toState: 'in_progress' }),
    WORKING,
    `assignee work.redo, ${ALL('redone')}`,
  ],
  ['started', step('start', 'assignee'), WORKING, ALL('started')],
  [
    'suspended by the desk',
    step('suspend', 'dispatcher', { data: { waitingFor: 'weather' } }),
    WORKING,
    `assignee work.suspended, ${ALL('suspended')}`,
  ],
  [
    'suspended for the resident',
    step('suspend', 'assignee', { data: { waitingFor: 'resident' } }),
    WORKING,
    `${MINE('waitsForYou')}, follower followed.suspended`,
  ],
  ['resumed', step('resume', 'dispatcher'), WORKING, `assignee work.resumed, ${ALL('resumed')}`],
  [
    'done',
    step('done', 'assignee'),
    WORKING,
    'reporter mine.done, creator mine.done, dispatcher desk.done, follower followed.done',
  ],
  ['published', step('publish', 'secretary'), WORKING, `assignee work.published, ${ALL('published')}`],
  [
    'rated solved',
    step('rate', 'reporter', { data: { solved: true } }),
    WORKING,
    'assignee work.ratedSolved, follower followed.rated',
  ],
  [
    'rated unsolved',
    step('rate', 'reporter', { data: { solved: false } }),
    WORKING,
    'assignee work.ratedUnsolved, dispatcher desk.ratedUnsolved, secretary desk.ratedUnsolved, follower followed.rated',
  ],
  [
    'reopened',
    step('reopen', 'reporter', { toState: 'reopened' }),
    WORKING,
    'assignee work.reopened, duty_officer desk.reopened, dispatcher desk.reopened, secretary desk.reopened, follower followed.reopened',
  ],
  ['found solved by a visit', step('review', 'grid', { toState: 'rated' }), WORKING, MINE('reviewed')],
  [
    'found unsolved by a visit',
    step('review', 'grid', { toState: 'reopened' }),
    WORKING,
    'assignee work.reopened, reporter mine.reopened, creator mine.reopened, duty_officer desk.reopened, dispatcher desk.reopened, secretary desk.reopened, follower followed.reopened',
  ],
  ['closed', step('close', null), WORKING, ALL('closed')],
  [
    'withdrawn',
    step('withdraw', 'reporter', { toState: 'withdrawn' }),
    WORKING,
    'assignee work.withdrawn, creator mine.withdrawn, dispatcher desk.withdrawn, follower followed.withdrawn',
  ],
  ['merged', step('merge', 'dispatcher'), TO_PERSON, `addressee work.merged, ${ALL('merged')}`],
  ['unmerged', step('unmerge', 'dispatcher'), TO_PERSON, `addressee work.resumed, ${ALL('unmerged')}`],
  [
    'urged while worked on',
    step('urge', 'reporter'),
    WORKING,
    'assignee work.urged, duty_officer desk.urged, dispatcher desk.urged',
  ],
  [
    'urged before it is claimed',
    step('urge', 'follower'),
    TO_UNIT,
    'responder work.urged, colleague work.urged, duty_officer desk.urged, dispatcher desk.urged',
  ],
  ['remarked by the resident', step('remark', 'reporter'), TO_PERSON, 'addressee work.remarked, creator mine.remarked'],
  ['remarked by who works on it', step('remark', 'assignee'), WORKING, MINE('remarked')],
  [
    'remarked while nobody has it',
    step('remark', 'reporter'),
    NOBODY,
    'creator mine.remarked, dispatcher desk.remarked',
  ],
  ['followed', step('follow', 'neighbour'), NOBODY, ''],
  ['unfollowed', step('unfollow', 'neighbour'), NOBODY, ''],
];

describe('who is told what', () => {
  it.each(TABLE)('%s', (_, event, before, expected) => {
    expect(told(event, before)).toBe(expected);
  });

  it('is laid down for every action', () => {
    const covered = new Set(TABLE.map(([, { action }]) => action));
    expect([...covered].sort()).toEqual(['submit', ...Object.keys(COMMANDS)].sort());
  });

  it('never tells the hall that an order is theirs', () => {
    const members: People = { ...PEOPLE, unit: () => [], office: () => [], followers: [] };
    expect(told(step('dispatch', 'dispatcher', to(POOL)), NOBODY, {}, members)).toBe(MINE('dispatched'));
    expect(told(step('urge', 'reporter'), TO_POOL, {}, members)).toBe('');
  });

  it('never tells people of what they did themselves, whatever else they are', () => {
    const everything: People = {
      followers: ['x'],
      leaderId: 'x',
      unit: () => ['x'],
      office: () => ['x'],
      helps: () => true,
    };
    const all: Holders = { assignment: { type: 'person', personId: 'x' }, assigneeId: 'x' };
    for (const [, { action, ...rest }] of TABLE) {
      const event = { action, ...rest, actorId: 'x' };
      expect(told(event, all, { reporterId: 'x', createdById: 'x' }, everything)).not.toMatch(/\bx /);
    }
  });

  it('tells a person once, of what concerns them most', () => {
    const both: People = { ...PEOPLE, office: () => ['assignee'], followers: ['assignee', 'reporter'] };
    expect(told(step('urge', 'neighbour'), WORKING, {}, both)).toBe('assignee work.urged');
    expect(told(step('publish', 'secretary'), WORKING, {}, both)).toBe(
      'assignee work.published, reporter mine.published, creator mine.published',
    );
  });

  it('tells who wrote it down for a resident only while they help residents there', () => {
    const left: People = { ...PEOPLE, helps: (personId) => personId !== 'creator' };
    for (const [, event, before] of TABLE) expect(told(event, before, {}, left)).not.toMatch(/\bcreator /);
    expect(
      told(step('accept', 'dispatcher'), NOBODY, { createdById: 'reporter' }, { ...PEOPLE, helps: () => false }),
    ).toBe('reporter mine.accepted, follower followed.accepted');
  });

  it('keeps what is confidential in its circle', () => {
    for (const [, event, before] of TABLE) {
      const names = whoIsTold({ event, before, order: orderIn('accepted', { confidential: true }) }, PEOPLE);
      expect(names.filter(({ personId }) => ['creator', 'follower', 'duty_officer'].includes(personId))).toEqual([]);
    }
    expect(told(step('submit', 'reporter'), NOBODY, { confidential: true })).toBe('dispatcher desk.new');
  });

  it('speaks of child tasks to those who work on them and to their leader only', () => {
    const child = { parentId: 'o1' };
    const led: People = { ...PEOPLE, leaderId: 'leader' };
    const of = (event: HandOver, before: Holders) => told(event, before, child, led);
    expect(of(step('submit', 'dispatcher', to(UNIT)), NOBODY)).toBe(
      'responder work.addressedToUnit, colleague work.addressedToUnit',
    );
    expect(of(step('done', 'assignee'), WORKING)).toBe('leader work.taskDone (parent)');
    expect(of(step('return', 'assignee', { fromState: 'claimed', toState: 'returned' }), WORKING)).toBe(
      'leader work.taskReturned (parent), duty_officer desk.returned, dispatcher desk.returned',
    );
    expect(of(step('withdraw', null, { toState: 'withdrawn' }), WORKING)).toBe('assignee work.withdrawn');
    expect(of(step('close', null, { toState: 'closed' as OrderState }), WORKING)).toBe('');
  });
});
