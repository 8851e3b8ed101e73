import { TEMPLATE } from '../testing/matters.js';
import { templateMistakes } from './validate-templates.js';

const [first] = TEMPLATE.steps;

describe('templates of livelihood matters', () => {
  it('without mistakes have none', () => {
    expect(templateMistakes('matterTemplates', undefined)).toEqual([]);
    expect(
      templateMistakes('matterTemplates', [TEMPLATE, { ...TEMPLATE, code: 'other', documents: ['身份证'] }]),
    ).toEqual([]);
  });

  it('hear of every mistake at once', () => {
    expect(
      templateMistakes('t', [
        { ...TEMPLATE, colour: 'red', documents: [1] },
        { code: 'low-income', name: '', steps: [] },
        {
          code: 'B',
          name: '高龄津贴',
          steps: [
            {
              ...first,
              role: 'party_member',
              level: 'building',
              post: ' ',
              within: { amount: 0, unit: 'workdays', clock: 'natural' },
            },
            { ...first, waitsForDays: 0.5, who: 'me' },
            '一步',
          ],
        },
        null,
      ]),
    ).toEqual([
      't[0].colour：没有这一项（可用：code、name、documents、steps）',
      't[0].documents：应当是材料名称的列表',
      't[1].code：“low-income”重复',
      't[1].name：不能为空',
      't[1].steps：应当有1到20个步骤',
      't[2].code：只能用小写字母、数字、点、横线和下划线',
      't[2].steps[0].role：应当是 grid_worker、duty_officer、dispatcher、secretary、supervisor、regulator 之一',
      't[2].steps[0].level：应当是 grid、community、subdistrict、district 之一',
      't[2].steps[0].post：应当是岗位名称',
      't[2].steps[0].within.amount：应当是正整数',
      't[2].steps[0].within.clock：这个单位只能用 working',
      't[2].steps[1].code：“receive”重复',
      expect.stringMatching(/^t\[2\].steps\[1\].who：没有这一项/) as string,
      't[2].steps[1].waitsForDays：应当是1到60的整数',
      't[2].steps[2]：应当是一个对象',
      't[3]：应当是一个对象',
    ]);
    expect(templateMistakes('t', {})).toEqual(['t：应当是一个列表']);
  });
});
