import { type TemplateId, TEMPLATES } from './templates.js';
import { WECHAT_TEMPLATES, wechatFields, wechatTemplateOf } from './wechat-messages.js';

const FACTS = {
  number: '261122-000001',
  categoryName: '小区公共收益与维修资金使用公示及业主大会筹备问题',
  postName: '富强新村社区第三网格党支部书记兼网格长代班',
  where: '富强街道富强新村社区第三网格党群服务中心',
  when: '12月31日23:30',
  at: new Date('2026-11-23T07:05:59+08:00'),
};

describe('subscription messages', () => {
  it.each(Object.keys(TEMPLATES) as TemplateId[])('of %s keep WeChat’s limits', (id) => {
    for (const [keyword, { value }] of Object.entries(wechatFields(id, FACTS))) {
      expect(value).not.toMatch(/[{}\n]/);
      expect(Array.from(value).length).toBeGreaterThan(0);
      if (keyword.startsWith('thing')) expect(Array.from(value).length).toBeLessThanOrEqual(20);
      if (keyword.startsWith('character_string')) expect(value).toMatch(/^[\x21-\x7e]{1,32}$/);
      if (keyword.startsWith('time')) expect(value).toBe('2026-11-23 07:05');
    }
  });

  it('say the same as the message, in short', () => {
    expect(wechatFields('mine.accepted', { ...FACTS, categoryName: '停车' })).toEqual({
      thing1: { value: '停车' },
      character_string2: { value: '261122-000001' },
      thing3: { value: '您的诉求已受理，社区正在安排，请放心。' },
      time4: { value: '2026-11-23 07:05' },
    });
    expect(wechatFields('mine.residencyConfirmed', { ...FACTS, number: null, categoryName: null })).toMatchObject({
      thing1: { value: '社区事务' },
      character_string2: { value: '-' },
    });
    expect(wechatFields('desk.new', FACTS, '您有8条新消息，请打开查看。')).toMatchObject({
      thing3: { value: '您有8条新消息，请打开查看。' },
    });
  });

  it('use every template', () => {
    const used = (Object.keys(TEMPLATES) as TemplateId[]).map(wechatTemplateOf);
    expect([...new Set(used)].sort()).toEqual([...WECHAT_TEMPLATES].sort());
  });
});
