import { Problem } from './problem.js';

const MAX_DEPTH = 20;

const malformed = (detail: string): Problem =>
  new Problem(400, 'request.malformed', '请求的格式不对，请检查后再试', { detail });

/** How deep brackets nest outside strings; stops counting past `limit`. Runs before anything recursive sees the body. */
function deeperThan(limit: number, text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i += 1;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b || c === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (c === 0x7d || c === 0x5d) depth -= 1;
  }
  return false;
}

/**
 * Parses a JSON body. A NUL character, which PostgreSQL cannot store, nesting past 20 levels and `__proto__` keys are
 * refused here, once, for every route. An empty body counts as `{}`: actions such as `claim` have nothing to say.
 * @throws Problem 400
 */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === '') return {};
  if (deeperThan(MAX_DEPTH, text)) throw malformed(`嵌套超过 ${MAX_DEPTH} 层`);
  if (text.includes('\0') || /\\u0000/i.test(text)) throw malformed('含有不能保存的空字符（NUL）');
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw malformed('不允许的字段名');
      return value;
    });
  } catch (error) {
    throw error instanceof Problem ? error : malformed('不是有效的 JSON');
  }
}
