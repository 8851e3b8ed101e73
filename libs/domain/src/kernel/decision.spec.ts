import { accept, refuse } from './decision.js';
import { REFUSALS } from './refusals.js';

describe('a decision', () => {
  it('carries its value', () => {
    expect(accept(7)).toEqual({ ok: true, value: 7 });
  });

  it('refuses with a code, a kind, the facts and a sentence that holds them', () => {
    expect(refuse('order.children_open', { openChildren: 2 })).toEqual({
      ok: false,
      code: 'order.children_open',
      kind: 'conflict',
      title: '还有2个子任务没有办完，办完后再提交主单。',
      facts: { openChildren: 2 },
    });
  });

  it.each(Object.entries(REFUSALS))('%s is a Chinese sentence', (_code, { title }) => {
    expect(title).toMatch(/^[\p{Script=Han}“].*。$/u);
    expect(title).not.toMatch(/[,;:!?]/);
  });
});
