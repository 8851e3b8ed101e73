import { ACTIONS, type OrderAction } from '@linshao/domain';
import { arranged, faultOf, formActions, isGrave } from './action-form.js';

const view = (action: OrderAction) => ({ action, label: ACTIONS[action].label, fields: [...ACTIONS[action].fields] });
const field = (action: OrderAction, name: string) =>
  formActions([view(action)])[0]?.fields.find((each) => each.name === name) ?? fail(`${action} has no ${name}`);
function fail(words: string): never {
  throw new Error(words);
}

describe('formActions', () => {
  it('takes what a plain form can ask for or has a form of its own, and leaves out the rest', () => {
    const all = (Object.keys(ACTIONS) as OrderAction[]).map(view);
    const plain = formActions(all).map(({ action }) => action);
    expect(plain).toEqual(expect.arrayContaining(['claim', 'rate', 'done', 'withdraw', 'edit', 'reply', 'return']));
    expect(plain).toEqual(expect.arrayContaining(['dispatch', 'merge', 'split']));
    const unknown = { name: 'seal', label: '盖章', type: 'seal', required: true };
    expect(formActions([{ action: 'close', label: '办结', fields: [unknown] }])).toEqual([]);
  });

  it('survives a field it cannot read', () => {
    expect(formActions([{ action: 'claim', label: '接单', fields: [{ type: 7 }] }])).toEqual([
      { action: 'claim', label: '接单', fields: [] },
    ]);
  });
});

describe('arranged', () => {
  it('makes what one came for the large button and puts grave things last', () => {
    const actions = formActions([view('return'), view('remark'), view('start')]);
    const { primary, others } = arranged(actions);
    expect(primary?.action).toBe('start');
    expect(others.map(({ action }) => action)).toEqual(['remark', 'return']);
    expect(others.filter(({ action }) => isGrave(action))).toHaveLength(1);
  });

  it('has no large button where nothing stands out', () => {
    expect(arranged(formActions([view('withdraw'), view('urge')])).primary).toBeNull();
  });
});

describe('faultOf', () => {
  it('asks for what is missing and no more', () => {
    expect(faultOf(field('rate', 'solved'), undefined)).toContain('是否解决');
    expect(faultOf(field('rate', 'stars'), undefined)).toContain('星');
    expect(faultOf(field('rate', 'comment'), '')).toBeNull();
    expect(faultOf(field('reply', 'text'), ' 好 的 ')).toContain('至少写 5 个字');
    expect(faultOf(field('reply', 'text'), '师傅下午就到')).toBeNull();
    expect(faultOf(field('done', 'photoIds'), undefined)).toBeNull();
  });
});
