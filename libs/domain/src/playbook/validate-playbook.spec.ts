import { validatePlaybook } from './validate-playbook.js';

const GOOD = {
  code: 'fuqiang',
  name: '三强三富',
  source: '001',
  city: 320400,
  community: '320402003012',
  policy: { reply: { amount: 60, unit: 'minutes', clock: 'natural' }, pauseOn: { weather: ['finish'] } },
  categories: [
    {
      code: 'utilities',
      name: '水电气',
      kinds: ['problem', 'service'],
      children: [{ code: 'gas', name: '燃气', kinds: ['problem'], policy: { rateDays: 3 } }],
    },
  ],
};

describe('a playbook', () => {
  it('without mistakes has none', () => {
    expect(validatePlaybook(GOOD)).toEqual([]);
  });

  it('hears of every mistake at once', () => {
    const mistakes = validatePlaybook({
      code: 'Fu Qiang',
      name: ' ',
      city: '320400',
      community: '320402',
      policy: {
        reply: { amount: 0, unit: 'workdays', clock: 'natural' },
        claim: { amount: 2, unit: 'weeks', clock: 'natural' },
        accept: 60,
        rateDays: -1,
        confidentialByDefault: 'no',
        pauseOn: { mood: [], weather: ['reply'] },
        colour: 'red',
      },
      categories: [
        { code: 'a', name: '', kinds: ['problem'], children: [{ code: 'a', name: 'b', kinds: ['wish', 'party'] }] },
        'nothing',
      ],
    });
    expect(mistakes).toEqual([
      'code：只能用小写字母、数字、点、横线和下划线',
      'name：不能为空',
      'source：请写明来源',
      'city：应当是六位行政区划代码',
      'community：应当是十二位社区代码',
      'policy.reply.amount：应当是正整数',
      'policy.reply.clock：这个单位只能用 working',
      'policy.claim.unit：应当是 minutes、hours、days、workdays 之一',
      'policy.accept：应当写明 amount、unit、clock',
      'policy.rateDays：应当是正整数',
      'policy.confidentialByDefault：应当是 true 或 false',
      'policy.pauseOn.mood：没有这种等待',
      'policy.pauseOn.weather：只能暂停 accept、claim、finish、total',
      expect.stringMatching(/^policy.colour：没有这一项/) as string,
      'categories[0].name：不能为空',
      'categories[0].children[0].code：“a”重复',
      'categories[0].children[0].kinds：上级类别不受理“wish”',
      'categories[0].children[0].kinds：没有“party”这种诉求',
      'categories[1]：应当是一个对象',
    ]);
  });

  it('names the reasons a unit may object for, each once and explained', () => {
    const reason = { code: 'not-our-duty', name: '非本单位职责', description: '按职责清单由其他单位负责。' };
    const mistakes = (dutyCatalogue: unknown) => validatePlaybook({ ...GOOD, dutyCatalogue });
    expect(mistakes([reason])).toEqual([]);
    expect(mistakes([])).toEqual(['dutyCatalogue：至少要有一项理由']);
    expect(mistakes({})).toEqual(['dutyCatalogue：至少要有一项理由']);
    expect(mistakes([reason, { ...reason, name: '' }, 'x', { code: 'B!', name: '乙' }])).toEqual([
      'dutyCatalogue[1].code：“not-our-duty”重复',
      'dutyCatalogue[1].name：不能为空',
      'dutyCatalogue[2]：应当是一个对象',
      'dutyCatalogue[3].code：只能用小写字母、数字、点、横线和下划线',
      'dutyCatalogue[3].description：请写明什么时候适用',
    ]);
  });

  it('has at most three levels of categories', () => {
    const nested = (level: number): object => ({
      code: `c${level}`,
      name: '类',
      kinds: ['wish'],
      children: level < 4 ? [nested(level + 1)] : [],
    });
    expect(validatePlaybook({ ...GOOD, categories: [nested(1)] })).toEqual([
      'categories[0].children[0].children[0].children：类别最多3级',
    ]);
  });

  it('promises nothing beyond ten years, which the clock would refuse to count', () => {
    const policy = {
      reply: { amount: 5_270_400, unit: 'minutes', clock: 'natural' },
      finish: { amount: 3661, unit: 'workdays', clock: 'working' },
      total: { amount: 1e300, unit: 'days', clock: 'natural' },
      claim: { amount: 1, unit: 'toString', clock: 'natural' },
      rateDays: 1e9,
    };
    expect(validatePlaybook({ ...GOOD, policy })).toEqual([
      'policy.finish.amount：最多3660',
      'policy.total.amount：最多3660',
      'policy.claim.unit：应当是 minutes、hours、days、workdays 之一',
      'policy.rateDays：最多3660',
    ]);
  });

  it.each([null, [], 'text', { ...GOOD, categories: [] }])('is more than %j', (json) => {
    expect(validatePlaybook(json)).toHaveLength(1);
  });
});
