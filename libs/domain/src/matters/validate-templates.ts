import { isRecord, limitMistakes } from '../playbook/validate-policy.js';
import { STEP_LEVELS, STEP_ROLES } from './template.js';

const CODE = /^[a-z0-9][a-z0-9_.-]*$/;
const MOST_STEPS = 20;
const STEP_FIELDS: readonly string[] = ['code', 'name', 'role', 'level', 'post', 'within', 'waitsForDays'];
const TEMPLATE_FIELDS: readonly string[] = ['code', 'name', 'documents', 'steps'];

/** Every mistake in a playbook's templates of livelihood matters. */
export function templateMistakes(at: string, templates: unknown): string[] {
  if (templates === undefined) return [];
  if (!Array.isArray(templates)) return [`${at}：应当是一个列表`];
  const seen = new Set<string>();
  return templates.flatMap((template, index) => oneTemplate(`${at}[${index}]`, template, seen));
}

function oneTemplate(at: string, template: unknown, seen: Set<string>): string[] {
  if (!isRecord(template)) return [`${at}：应当是一个对象`];
  const { code, name, documents, steps } = template;
  const mistakes = [...named(at, code, name, seen), ...unknownFields(at, template, TEMPLATE_FIELDS)];
  if (documents !== undefined && !(Array.isArray(documents) && documents.every(isText)))
    mistakes.push(`${at}.documents：应当是材料名称的列表`);
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > MOST_STEPS)
    return [...mistakes, `${at}.steps：应当有1到${MOST_STEPS}个步骤`];
  const stepCodes = new Set<string>();
  return [...mistakes, ...steps.flatMap((step, index) => oneStep(`${at}.steps[${index}]`, step, stepCodes))];
}

function oneStep(at: string, step: unknown, seen: Set<string>): string[] {
  if (!isRecord(step)) return [`${at}：应当是一个对象`];
  const { code, name, role, level, post, within, waitsForDays } = step;
  return [
    ...named(at, code, name, seen),
    ...unknownFields(at, step, STEP_FIELDS),
    ...oneOf(`${at}.role`, role, STEP_ROLES),
    ...oneOf(`${at}.level`, level, STEP_LEVELS),
    ...(post === undefined || isText(post) ? [] : [`${at}.post：应当是岗位名称`]),
    ...limitMistakes(`${at}.within`, within),
    ...(waitsForDays === undefined || isDays(waitsForDays) ? [] : [`${at}.waitsForDays：应当是1到60的整数`]),
  ];
}

function named(at: string, code: unknown, name: unknown, seen: Set<string>): string[] {
  const mistakes = isText(name) ? [] : [`${at}.name：不能为空`];
  if (typeof code !== 'string' || !CODE.test(code))
    return [`${at}.code：只能用小写字母、数字、点、横线和下划线`, ...mistakes];
  if (seen.has(code)) return [`${at}.code：“${code}”重复`, ...mistakes];
  seen.add(code);
  return mistakes;
}

const unknownFields = (at: string, record: Readonly<Record<string, unknown>>, known: readonly string[]): string[] =>
  Object.keys(record)
    .filter((key) => !known.includes(key))
    .map((key) => `${at}.${key}：没有这一项（可用：${known.join('、')}）`);

const oneOf = (at: string, value: unknown, values: readonly string[]): string[] =>
  typeof value === 'string' && values.includes(value) ? [] : [`${at}：应当是 ${values.join('、')} 之一`];

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim().length > 0;
const isDays = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 60;
