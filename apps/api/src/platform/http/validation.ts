import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type FieldProblem } from './problem.js';

// Fields say their own limits in Chinese (see fields.ts); these cover what class-validator checks without our words.
const MESSAGES: Readonly<Record<string, string>> = {
  whitelistValidation: '没有这个字段，请去掉',
  isDefined: '必填',
  isNotEmpty: '不能为空',
  isString: '应为文字',
  isBoolean: '应为 true 或 false',
  isArray: '应为列表',
  isObject: '应为对象',
  isInt: '应为整数',
  isNumber: '应为数字',
  nestedValidation: '应为对象',
  unknownValue: '应为对象',
};

/** A body of a thousand wrong fields gets an answer of a screen. */
const MOST_PROBLEMS = 50;

function flatten(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = parent ? `${parent}.${property}` : property;
    const own = Object.entries(constraints).map(([code, message]) => ({
      field,
      code,
      message: MESSAGES[code] ?? (/[\u4e00-\u9fff]/.test(message) ? message : '内容不符合要求'),
    }));
    return [...own, ...flatten(children, field)];
  });
}

export const invalid = (errors: readonly FieldProblem[]): Problem =>
  new Problem(400, 'request.invalid', '有内容填得不对，请按提示修改', { errors });

/** Turns input into DTOs; what a DTO does not know is an error, so that a misspelt field is never lost silently. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalid(flatten(errors).slice(0, MOST_PROBLEMS)),
  });
