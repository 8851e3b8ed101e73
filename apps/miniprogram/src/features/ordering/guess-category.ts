import type { OrderKind } from '@linshao/domain';
import type { Schemas } from '../../api-client/api.js';

export type Category = Schemas['CategoryView'];

/** A category that takes orders, with the names above it. */
export interface Leaf {
  readonly code: string;
  readonly name: string;
  /** From the top down, without its own name. */
  readonly above: readonly string[];
}

/** How people say it when the category's name does not; by codes of the playbook, unknown ones do no harm. */
const EVERYDAY_WORDS: Readonly<Record<string, string>> = {
  'parking-disorder': '停车 车停 挡路 乱停 占道',
  'parking-fire-lane': '消防通道 消防车 堵住通道',
  'parking-zombie-car': '僵尸车 废弃车 没人开',
  'parking-ev-charging': '充电桩 充电 电瓶车',
  'house-leak': '漏水 渗水 滴水 天花板',
  'corridor-clutter': '堆物 杂物 纸箱 楼道堵',
  'corridor-light': '楼道灯 灯不亮 灯坏 黑 感应灯',
  'corridor-door': '单元门 门禁 对讲 门锁',
  'elevator-fault': '电梯坏 电梯停 电梯抖',
  'elevator-trapped': '困在电梯 困人',
  drain: '下水 堵了 反水 马桶',
  'water-supply': '停水 没水 水压 水小',
  gas: '煤气 燃气 气味',
  garbage: '垃圾 没人收 臭',
  streetlight: '路灯',
  'road-damage': '路面 坑 坑洼 破损',
  manhole: '井盖',
  'noise-renovation': '装修 电钻',
  'noise-square': '广场舞 音响',
  'noise-life': '吵 噪音 楼上',
  pets: '狗 遛狗 粪便 宠物',
  meal: '送饭 吃饭 助餐 饭',
  cleaning: '打扫 擦窗 保洁',
  'small-repair': '修 水龙头 换灯泡 插座 门把手',
  visit: '看看 上门 探望',
  'medical-escort': '看病 医院 陪诊 挂号',
  'smart-phone': '手机 微信 视频 学用',
  'wish-goods': '想要 缺 一台 一只 一盏 轮椅 棉被',
  'wish-company': '陪 聊天 下棋 孤单 一个人 散步',
  'wish-skill': '学 教 教我 书法 唱歌',
  'elderly-allowance': '高龄 津贴 八十岁',
  'medical-insurance': '医保 报销 备案',
  'pension-check': '养老金 认证',
  'elder-card': '老年证 优待证',
};

/** The categories one can choose for a kind of order, in the tree's own order. */
export function leavesOf(tree: readonly Category[], kind: OrderKind, above: readonly string[] = []): readonly Leaf[] {
  return tree
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap(({ code, name, children }) =>
      children.length === 0 ? [{ code, name, above }] : leavesOf(children, kind, [...above, name]),
    );
}

const OWN_NAME = 3;
const EVERYDAY = 4;
const NAME_ABOVE = 1;

/** The categories the words sound like, the likeliest first; none when they sound like nothing. */
export function guessCategories(leaves: readonly Leaf[], words: string): readonly Leaf[] {
  return leaves
    .map((leaf) => ({ leaf, score: scoreOf(leaf, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ leaf }) => leaf);
}

function scoreOf({ code, name, above }: Leaf, words: string): number {
  const everyday = (EVERYDAY_WORDS[code] ?? '').split(' ').filter((word) => word !== '' && words.includes(word));
  return (
    everyday.reduce((sum, word) => sum + EVERYDAY * word.length, 0) +
    OWN_NAME * sharedPairs(name, words) +
    NAME_ABOVE * above.reduce((sum, each) => sum + sharedPairs(each, words), 0)
  );
}

/** How many pairs of neighbouring characters of a name stand in the words. */
function sharedPairs(name: string, words: string): number {
  const characters = [...name];
  return characters.slice(1).filter((character, index) => words.includes(`${characters[index]}${character}`)).length;
}
