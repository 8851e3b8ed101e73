import type { OrderAction } from './commands.js';
import { GUARDS } from './guards.js';
import { LIFECYCLE, type Rule } from './lifecycle.js';
import { PERMISSIONS } from './permissions.js';
import { ORDER_STATES, type OrderState } from './state.js';

/** `·` is refused, `=` stays, `<` goes back to the state before; otherwise the next state. */
const TABLE = `
             submitted  accepted   dispatched claimed     in_progress done        published rated    closed rejected  withdrawn returned   merged suspended reopened
edit         =          ·          ·          ·           ·           ·           ·         ·        ·      ·         ·         ·          ·      ·         ·
accept       accepted   ·          ·          ·           ·           ·           ·         ·        ·      ·         ·         ·          ·      ·         ·
reject       rejected   rejected   ·          ·           ·           ·           ·         ·        ·      ·         ·         rejected   ·      ·         ·
appeal       ·          ·          ·          ·           ·           ·           ·         ·        ·      submitted ·         ·          ·      ·         ·
reply        =          =          =          =           =           =           =         =        ·      =         ·         =          ·      =         =
dispatch     ·          dispatched dispatched dispatched  dispatched  ·           ·         ·        ·      ·         ·         dispatched ·      ·         dispatched
claim        ·          ·          claimed    ·           ·           ·           ·         ·        ·      ·         ·         ·          ·      ·         ·
return       ·          ·          returned   returned    returned    in_progress ·         ·        ·      ·         ·         ·          ·      ·         ·
start        ·          ·          ·          in_progress ·           ·           ·         ·        ·      ·         ·         ·          ·      ·         ·
suspend      ·          suspended  suspended  suspended   suspended   ·           ·         ·        ·      ·         ·         suspended  ·      ·         suspended
resume       ·          ·          ·          ·           ·           ·           ·         ·        ·      ·         ·         ·          ·      <         ·
done         ·          done       ·          ·           done        ·           ·         ·        ·      ·         ·         ·          ·      ·         ·
publish      ·          ·          ·          ·           ·           published   ·         ·        ·      ·         ·         ·          ·      ·         ·
rate         ·          ·          ·          ·           ·           ·           rated     ·        ·      ·         ·         ·          ·      ·         ·
reopen       ·          ·          ·          ·           ·           ·           reopened  reopened ·      ·         ·         ·          ·      ·         ·
review       ·          ·          ·          ·           ·           ·           =         =        ·      ·         ·         ·          ·      ·         ·
close        ·          ·          ·          ·           ·           closed      closed    closed   ·      ·         ·         ·          ·      ·         ·
withdraw     withdrawn  withdrawn  withdrawn  withdrawn   withdrawn   ·           ·         ·        ·      ·         ·         withdrawn  ·      withdrawn withdrawn
merge        merged     merged     merged     ·           ·           ·           ·         ·        ·      ·         ·         ·          ·      ·         ·
unmerge      ·          ·          ·          ·           ·           ·           ·         ·        ·      ·         ·         ·          <      ·         ·
split        ·          dispatched dispatched ·           ·           ·           ·         ·        ·      ·         ·         dispatched ·      ·         dispatched
urge         =          =          =          =           =           =           ·         ·        ·      ·         ·         =          ·      =         =
remark       =          =          =          =           =           =           =         =        ·      =         ·         =          =      =         =
follow       =          =          =          =           =           =           =         =        ·      ·         ·         =          ·      =         =
unfollow     =          =          =          =           =           =           =         =        ·      =         ·         =          ·      =         =
`;

const [header = '', ...lines] = TABLE.trim().split('\n');
const states = header.trim().split(/\s+/) as OrderState[];
const actions = Object.keys(PERMISSIONS) as OrderAction[];
const rules = ORDER_STATES.flatMap((state) => Object.values(LIFECYCLE[state]).map((rule: Rule) => ({ state, rule })));

function shown(rule: Rule | undefined): string {
  if (!rule) return '·';
  return { same: '=', before: '<' }[rule.to as string] ?? rule.to;
}

/** Where an order can get to from a state, the ways back from suspended and merged included. */
function nextStates(state: OrderState): OrderState[] {
  return Object.values(LIFECYCLE[state]).flatMap((rule: Rule): OrderState[] => {
    const back = ORDER_STATES.filter((from) =>
      Object.values(LIFECYCLE[from]).some((other: Rule) => other.to === state),
    );
    const to = rule.to === 'same' ? [] : rule.to === 'before' ? back : [rule.to];
    return rule.unsolved ? [...to, rule.unsolved] : to;
  });
}

function reachableFrom(start: OrderState): ReadonlySet<OrderState> {
  const found = new Set<OrderState>([start]);
  for (const state of found) nextStates(state).forEach((next) => found.add(next));
  return found;
}

describe('the order lifecycle', () => {
  it('is written down for every state and every action', () => {
    expect(states).toEqual([...ORDER_STATES]);
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(actions);
  });

  it.each(lines.map((line) => line.trim().split(/\s+/)))('%s', (action, ...cells) => {
    expect(ORDER_STATES.map((state) => shown(LIFECYCLE[state][action as OrderAction]))).toEqual(cells);
  });

  it('reaches every state from submitted', () => {
    expect([...reachableFrom('submitted')].sort()).toEqual([...ORDER_STATES].sort());
  });

  it('has no dead end: every state but the two last ones can still be closed or withdrawn', () => {
    const endings = ORDER_STATES.filter((state) => Object.keys(LIFECYCLE[state]).length === 0);
    expect(endings).toEqual(['closed', 'withdrawn']);
    for (const state of ORDER_STATES) {
      expect({ state, ends: endings.some((ending) => reachableFrom(state).has(ending)) }).toEqual({
        state,
        ends: true,
      });
    }
  });

  it('sends an order only to states that exist', () => {
    const targets = rules.flatMap(({ rule }) => [rule.to, ...(rule.unsolved ? [rule.unsolved] : [])]);
    expect(targets.filter((to) => to !== 'same' && to !== 'before' && !ORDER_STATES.includes(to))).toEqual([]);
  });

  it('narrows permissions only to those the matrix already grants', () => {
    for (const state of ORDER_STATES) {
      for (const [action, rule] of Object.entries(LIFECYCLE[state]) as [OrderAction, Rule][]) {
        expect(PERMISSIONS[action]).toEqual(expect.arrayContaining([...(rule.by ?? [])]));
      }
    }
  });

  it('uses every guard', () => {
    const used = new Set(rules.flatMap(({ rule }) => rule.guards ?? []));
    expect([...used].sort()).toEqual(Object.keys(GUARDS).sort());
  });
});
