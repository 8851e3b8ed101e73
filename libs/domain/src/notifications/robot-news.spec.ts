import { robotMessage } from './robot-news.js';

const FACTS = { number: '261122-000001', categoryName: '停车', postName: '富强新村社区值班员' };

describe('what a group’s robot says', () => {
  it('is what is public anyway, and alarms with who is called', () => {
    expect(robotMessage({ step: 'replied' }, FACTS)).toEqual({
      purpose: 'publication',
      text: '富强新村社区值班员公开回复了诉求261122-000001（停车）。',
      mention: [],
    });
    expect(robotMessage({ step: 'published' }, FACTS)?.text).toContain('已晒单');
    expect(robotMessage({ notice: 'reply_missed' }, FACTS)).toMatchObject({
      purpose: 'alarm',
      mention: ['duty_officer', 'secretary'],
    });
    expect(
      robotMessage({ notice: 'duty_gap_hour' }, { ...FACTS, number: null, where: '富强新村社区', when: '11月23日8:00' })
        ?.text,
    ).toBe('富强新村社区从11月23日8:00起没有人值班，请马上安排。');
  });

  it('is nothing else', () => {
    expect(robotMessage({ step: 'submitted' }, FACTS)).toBeNull();
    expect(robotMessage({ step: 'remarked' }, FACTS)).toBeNull();
    expect(robotMessage({ notice: 'swap_asked' }, FACTS)).toBeNull();
  });
});
