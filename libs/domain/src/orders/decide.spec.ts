import { COMMANDS, facts, orderIn } from '../testing/orders.js';
import { move, refusal } from '../testing/outcomes.js';
import { minutesAfter, NOW } from '../testing/people.js';

describe('the version', () => {
  it('grows with every change of the row and refuses a stale client', () => {
    expect(
      move(orderIn('submitted', { version: 3 }), COMMANDS.accept, 'dispatcher', { expectedVersion: 3 }).patch.version,
    ).toBe(4);
    expect(
      refusal(orderIn('submitted', { version: 4 }), COMMANDS.accept, 'dispatcher', { expectedVersion: 3 }),
    ).toMatchObject({
      code: 'order.stale',
      kind: 'conflict',
      facts: { version: 4 },
    });
  });

  it('rests while only words or followers are added', () => {
    expect(move(orderIn('accepted'), COMMANDS.remark, 'reporter').patch).toEqual({});
    expect(move(orderIn('accepted', { kind: 'problem' }), COMMANDS.follow, 'stranger')).toMatchObject({
      patch: {},
      followers: { type: 'add_actor' },
    });
    expect(move(orderIn('accepted'), COMMANDS.unfollow, 'follower', { isFollower: true }).followers).toEqual({
      type: 'remove_actor',
    });
  });
});

describe('a refused move', () => {
  it('names the state, the action and what would be possible', () => {
    expect(refusal(orderIn('submitted'), COMMANDS.publish, 'dispatcher')).toMatchObject({
      code: 'order.illegal_move',
      title: '这条诉求现在是“待受理”，不能“晒单”，请刷新后看看可以做什么。',
      facts: {
        state: 'submitted',
        action: 'publish',
        allowed: expect.arrayContaining(['accept', 'reject']) as string[],
      },
    });
  });
});

describe('clocks', () => {
  it('are not moved by an edit', () => {
    const { patch, events } = move(
      orderIn('submitted'),
      { action: 'edit', title: '三楼路灯', category: 'lighting' },
      'reporter',
    );
    expect(patch).toEqual({ category: 'lighting', confidential: false, state: 'submitted', version: 2 });
    expect(events[0]).toMatchObject({ words: null, data: { fields: ['title', 'category'] } });
  });

  it('take the first reply once and for all', () => {
    expect(move(orderIn('submitted'), COMMANDS.reply, 'duty_officer').patch).toEqual({
      repliedAt: NOW,
      state: 'submitted',
      version: 2,
    });
    expect(
      move(orderIn('submitted', { repliedAt: minutesAfter(NOW, -5) }), COMMANDS.reply, 'dispatcher').patch,
    ).toEqual({});
  });
});

describe('a reply', () => {
  it('comes from a person: nothing that runs by itself settles the promise', () => {
    expect(refusal(orderIn('submitted'), COMMANDS.reply, 'system').code).toBe('order.not_allowed');
    for (const name of ['reporter', 'stranger'] as const) {
      expect(() => move(orderIn('submitted'), COMMANDS.reply, name)).toThrow();
    }
    for (const [command, name] of [
      [COMMANDS.accept, 'dispatcher'],
      [COMMANDS.remark, 'reporter'],
    ] as const) {
      expect(move(orderIn('submitted'), command, name).patch).not.toHaveProperty('repliedAt');
    }
  });
});

describe('words', () => {
  it.each([
    [{ action: 'reply', text: ' 收 到 了 \u200b\u200b\u200b' }, 'duty_officer', 'order.words_too_short'],
    [{ action: 'reply', text: '。。。！！❤❤' }, 'duty_officer', 'order.words_too_short'],
    [{ action: 'reply', text: '好'.repeat(2001) }, 'duty_officer', 'order.words_too_long'],
    [{ action: 'reject', reason: '   ' }, 'dispatcher', 'order.words_too_short'],
    [{ action: 'edit' }, 'reporter', 'order.nothing_to_change'],
    [{ action: 'edit', title: '灯' }, 'reporter', 'order.words_too_short'],
    [{ action: 'edit', photoIds: Array.from({ length: 10 }, String) }, 'reporter', 'order.too_many_photos'],
  ] as const)('%j by the %s → %s', (command, name, code) => {
    expect(refusal(orderIn('submitted'), command, name)).toMatchObject({ code, kind: 'invalid' });
  });

  it.each([0, 6, 4.5, NaN])('take no %s stars', (stars) => {
    expect(refusal(orderIn('published'), { ...COMMANDS.rate, stars }, 'reporter').code).toBe(
      'order.stars_out_of_range',
    );
  });

  it('count rare characters as one', () => {
    expect(move(orderIn('submitted'), { action: 'reply', text: '𠮷㐂𠮷㐂𠮷' }, 'duty_officer').events[0]?.words).toBe(
      '𠮷㐂𠮷㐂𠮷',
    );
    expect(
      move(orderIn('submitted'), { action: 'reply', text: '𠮷'.repeat(2000) }, 'duty_officer').events,
    ).toHaveLength(1);
    expect(refusal(orderIn('submitted'), { action: 'reply', text: '𠮷㐂𠮷㐂' }, 'duty_officer').code).toBe(
      'order.words_too_short',
    );
  });

  it('keep an edit within a category that takes this kind', () => {
    const command = { action: 'edit', category: 'wishes' } as const;
    expect(refusal(orderIn('submitted'), command, 'reporter', { kinds: ['wish'] }).code).toBe(
      'order.kind_not_in_category',
    );
    expect(refusal(orderIn('submitted'), command, 'reporter', { kinds: undefined }).code).toBe(
      'order.kind_not_in_category',
    );
  });
});

describe('an edit of the category', () => {
  it('makes an order confidential when the new category is, and never opens one up', () => {
    const edit = { action: 'edit', category: 'family' } as const;
    const { policy } = facts();
    const secretive = { policy: { ...policy, confidentialByDefault: true } };
    expect(move(orderIn('submitted'), edit, 'reporter', secretive).patch.confidential).toBe(true);
    expect(move(orderIn('submitted', { confidential: true }), edit, 'reporter').patch.confidential).toBe(true);
  });
});

describe('a confidential order', () => {
  const secret = { confidential: true };

  it('exists only for its circle', () => {
    for (const name of [
      'creator',
      'follower',
      'grid_worker',
      'duty_officer',
      'regulator',
      'administrator',
      'stranger',
    ] as const) {
      expect(refusal(orderIn('submitted', secret), COMMANDS.remark, name, { isFollower: true }).code).toBe(
        'order.not_visible',
      );
    }
    expect(move(orderIn('submitted', secret), COMMANDS.reply, 'dispatcher').events[0]?.public).toBe(false);
  });
});
