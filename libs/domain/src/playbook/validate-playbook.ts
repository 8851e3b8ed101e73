import { templateMistakes } from '../matters/validate-templates.js';
import { ORDER_KINDS, type OrderKind } from '../orders/state.js';
import { isRecord, policyMistakes } from './validate-policy.js';

const MAX_LEVELS = 3;
const CODE = /^[a-z0-9][a-z0-9_.-]*$/;

/** Every mistake in a playbook, each with the place where it stands; empty when there is none. */
export function validatePlaybook(json: unknown): string[] {
  if (!isRecord(json)) return ['剧本：应当是一个对象'];
  const { code, name, source, city, community, policy, categories, dutyCatalogue, matterTemplates } = json;
  const mistakes = [
    ...(typeof code === 'string' && CODE.test(code) ? [] : ['code：只能用小写字母、数字、点、横线和下划线']),
    ...(isText(name) ? [] : ['name：不能为空']),
    ...(isText(source) ? [] : ['source：请写明来源']),
    ...(typeof city === 'number' && /^\d{6}$/.test(String(city)) ? [] : ['city：应当是六位行政区划代码']),
    ...(typeof community === 'string' && /^\d{12}$/.test(community) ? [] : ['community：应当是十二位社区代码']),
    ...policyMistakes('policy', policy),
    ...catalogueMistakes('dutyCatalogue', dutyCatalogue),
    ...templateMistakes('matterTemplates', matterTemplates),
  ];
  if (!Array.isArray(categories) || categories.length === 0) return [...mistakes, 'categories：至少要有一个类别'];
  const seen = new Set<string>();
  return [
    ...mistakes,
    ...categories.flatMap((category, index) => categoryMistakes(`categories[${index}]`, category, 1, seen)),
  ];
}

function categoryMistakes(
  at: string,
  category: unknown,
  level: number,
  seen: Set<string>,
  parentKinds: readonly unknown[] = ORDER_KINDS,
): string[] {
  if (!isRecord(category)) return [`${at}：应当是一个对象`];
  const { code, name, kinds, children, policy } = category;
  const kindList: readonly unknown[] = Array.isArray(kinds) ? kinds : [];
  const mistakes = [
    ...codeMistakes(at, code, seen),
    ...(isText(name) ? [] : [`${at}.name：不能为空`]),
    ...(kindList.length > 0 ? [] : [`${at}.kinds：至少受理一种诉求`]),
    ...kindList.flatMap((kind) => kindMistakes(`${at}.kinds`, kind, parentKinds)),
    ...policyMistakes(`${at}.policy`, policy),
  ];
  if (children === undefined) return mistakes;
  if (!Array.isArray(children)) return [...mistakes, `${at}.children：应当是一个列表`];
  if (children.length > 0 && level >= MAX_LEVELS) return [...mistakes, `${at}.children：类别最多${MAX_LEVELS}级`];
  return [
    ...mistakes,
    ...children.flatMap((child, index) =>
      categoryMistakes(`${at}.children[${index}]`, child, level + 1, seen, kindList),
    ),
  ];
}

function catalogueMistakes(at: string, catalogue: unknown): string[] {
  if (catalogue === undefined) return [];
  if (!Array.isArray(catalogue) || catalogue.length === 0) return [`${at}：至少要有一项理由`];
  const seen = new Set<string>();
  return catalogue.flatMap((reason: unknown, index) => {
    const here = `${at}[${index}]`;
    if (!isRecord(reason)) return [`${here}：应当是一个对象`];
    return [
      ...codeMistakes(here, reason['code'], seen),
      ...(isText(reason['name']) ? [] : [`${here}.name：不能为空`]),
      ...(isText(reason['description']) ? [] : [`${here}.description：请写明什么时候适用`]),
    ];
  });
}

function codeMistakes(at: string, code: unknown, seen: Set<string>): string[] {
  if (typeof code !== 'string' || !CODE.test(code)) return [`${at}.code：只能用小写字母、数字、点、横线和下划线`];
  if (seen.has(code)) return [`${at}.code：“${code}”重复`];
  seen.add(code);
  return [];
}

function kindMistakes(at: string, kind: unknown, parentKinds: readonly unknown[]): string[] {
  if (!ORDER_KINDS.includes(kind as OrderKind)) return [`${at}：没有“${String(kind)}”这种诉求`];
  return parentKinds.includes(kind) ? [] : [`${at}：上级类别不受理“${String(kind)}”`];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim().length > 0;
}
