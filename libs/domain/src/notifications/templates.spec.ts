import { AUDIENCE, STEPS } from './audience.js';
import { digestText } from './delivery-policy.js';
import { NOTICE_AUDIENCE, NOTICES } from './notices.js';
import { groupOf, messageText, PROMISE_CRITICAL, type TemplateId, TEMPLATES } from './templates.js';

const ids = Object.keys(TEMPLATES) as TemplateId[];
const LONGEST = {
  number: '261122-000001',
  categoryName: '小区公共收益与维修资金使用公示问题',
  postName: '富强新村社区第三网格党支部书记兼网格长代班',
  where: '富强街道富强新村社区第三网格党群服务中心',
  when: '12月31日23:30',
};

/** `holder` and `concerned` are whoever the news names; their messages say what they are to them. */
const GROUP: Readonly<Record<string, string>> = {
  assignee: 'work',
  addressee: 'work',
  unit: 'work',
  former: 'work',
  leader: 'work',
  reporter: 'mine',
  creator: 'mine',
  follower: 'followed',
  duty_officer: 'desk',
  dispatcher: 'desk',
  secretary: 'desk',
  supervisor: 'desk',
  registrar: 'desk',
};

describe('messages', () => {
  it.each(ids)('%s is one short Chinese sentence, whatever is filled in', (id) => {
    const text = messageText(id, LONGEST);
    expect(Array.from(text).length).toBeLessThanOrEqual(60);
    expect(text).toMatch(/^[^{}]+。$/);
    if (TEMPLATES[id].includes('{it}')) expect(text).toContain('261122-000001（小区公共收益与维修…）');
    else expect(text).not.toContain('261122');
  });

  it('name the post that acted to the resident, and the community when there is none', () => {
    const facts = { number: '261122-000001', categoryName: '停车', postName: '富强新村社区值班员' };
    expect(messageText('mine.replied', facts)).toBe(
      '富强新村社区值班员回复了您的诉求261122-000001（停车），请打开查看。',
    );
    expect(messageText('mine.claimed', { ...facts, postName: null })).toMatch(/^社区已接下/);
    expect(messageText('mine.claimed', { ...facts, categoryName: '$& {post}' })).toContain('（$& {post}）');
  });

  it('do not fill what a category happens to be called', () => {
    const facts = { number: '261122-000001', categoryName: '{post}', postName: '派单员' };
    expect(messageText('mine.accepted', facts)).toContain('（{post}）');
  });

  it('are each sent by some step or notice, in the group of the relation they go to', () => {
    const sent = [...STEPS.map((step) => AUDIENCE[step]), ...NOTICES.map((notice) => NOTICE_AUDIENCE[notice])].flatMap(
      (audience): [string, TemplateId][] => Object.entries(audience),
    );
    expect([...new Set(sent.map(([, template]) => template))].sort()).toEqual([...ids].sort());
    for (const [relation, template] of sent)
      if (GROUP[relation]) expect([relation, groupOf(template)]).toEqual([relation, GROUP[relation]]);
  });

  it('on which a promise depends are those of the desk and of who was given the order', () => {
    for (const template of PROMISE_CRITICAL) expect(['work', 'desk']).toContain(groupOf(template));
  });

  it('of which many came at once are one sentence too', () => {
    expect(digestText(8, 0)).toBe('您有8条新消息，请打开查看。');
    expect(digestText(8, 3)).toBe('您有8条新消息，其中3条有时限，请尽快打开查看。');
  });
});
