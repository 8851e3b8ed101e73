import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrderKind } from '@linshao/domain';
import { guessCategories, leavesOf, type Category } from './guess-category.js';

interface Node {
  readonly code: string;
  readonly name: string;
  readonly kinds: OrderKind[];
  readonly children?: readonly Node[];
}

const file = join(__dirname, '../../../../../libs/domain/playbooks/fuqiang/playbook.json');
const playbook = JSON.parse(readFileSync(file, 'utf8')) as { categories: readonly Node[] };
const view = ({ children = [], ...node }: Node): Category => ({ ...node, children: children.map(view) });
const tree = playbook.categories.map(view);

describe('leavesOf', () => {
  it('gives only categories that take this kind of order, with the names above them', () => {
    const wishes = leavesOf(tree, 'wish');
    expect(wishes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['wish-goods', 'wish-company', 'wish-skill']),
    );
    expect(wishes.find(({ code }) => code === 'wish-company')?.above).toEqual(['微心愿']);
    expect(wishes.every(({ code }) => !code.startsWith('parking'))).toBe(true);
  });
});

describe('guessCategories', () => {
  it.each<[OrderKind, string, string]>([
    ['problem', '三号楼楼道灯不亮了', 'corridor-light'],
    ['problem', '消防通道又被车堵住', 'parking-fire-lane'],
    ['problem', '厨房下水堵了', 'drain'],
    ['problem', '楼上漏水，天花板都湿了', 'house-leak'],
    ['wish', '想找人陪我下下棋', 'wish-company'],
    ['service', '周三要去医院，想有人陪诊', 'medical-escort'],
    ['errand', '办高龄津贴', 'elderly-allowance'],
  ])('%s “%s” is %s', (kind, words, code) => {
    expect(guessCategories(leavesOf(tree, kind), words)[0]?.code).toBe(code);
  });

  it('guesses nothing from words that sound like nothing', () => {
    expect(guessCategories(leavesOf(tree, 'problem'), '甲乙丙丁')).toEqual([]);
    expect(guessCategories(leavesOf(tree, 'problem'), '')).toEqual([]);
  });
});
