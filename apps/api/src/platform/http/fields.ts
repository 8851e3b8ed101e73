import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { cleanText } from './text.js';

interface Presence {
  readonly optional?: boolean;
  /** Null takes away what was there. Where it has no such meaning, an optional null counts as left out. */
  readonly nullable?: boolean;
}

/** As the document says it. */
const described = ({ optional, nullable }: Presence) => ({ required: !optional, ...(nullable && { nullable }) });

const leftOut = Transform(({ value }) => (value === null ? undefined : (value as unknown)));
const presence = ({ optional, nullable }: Presence): PropertyDecorator[] =>
  optional ? [...(nullable ? [] : [leftOut]), IsOptional()] : [];
const list = (values: readonly unknown[]): string => values.join('、');
/** Letters as people count them: a rare character (𠮷) or an emoji is one, not two. */
const length = (value: string): number => Array.from(value).length;

/** Words of a person, cleaned (see cleanText); `max` in characters. */
export function Text({ min = 1, max, ...options }: Presence & { min?: number; max: number }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, minLength: min, maxLength: max, ...described(options) }),
    Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : (value as unknown))),
    ValidateBy({
      name: 'length',
      validator: {
        validate: (value) => typeof value === 'string' && length(value) >= min && length(value) <= max,
        defaultMessage: () => (min > 0 ? `应为 ${min} 到 ${max} 个字` : `最多 ${max} 个字`),
      },
    }),
    ...presence(options),
  );
}

export function OneOf<T extends string>(
  values: readonly T[],
  options: Presence & { each?: boolean } = {},
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ enum: [...values], isArray: options.each ?? false, ...described(options) }),
    IsIn(values, { each: options.each ?? false, message: `只能是：${list(values)}` }),
    ...presence(options),
  );
}

export function Id(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'uuid', ...described(options) }),
    IsUUID('all', { message: '编号格式不对' }),
    ...presence(options),
  );
}

export function Ids({ max, optional }: Presence & { max: number }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: [String], maxItems: max, ...described({ optional }) }),
    IsArray({ message: '应为列表' }),
    ArrayMaxSize(max, { message: `最多 ${max} 个` }),
    ArrayUnique({ message: '有重复' }),
    IsUUID('all', { each: true, message: '编号格式不对' }),
    ...presence({ optional }),
  );
}

export function Whole(min: number, max: number, options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'integer',
      minimum: min,
      maximum: max,
      ...described(options),
    }),
    IsInt({ message: '应为整数' }),
    Min(min, { message: `不能小于 ${min}` }),
    Max(max, { message: `不能大于 ${max}` }),
    ...presence(options),
  );
}

/** A whole number in a query string, where everything arrives as text. */
export function WholeQuery(min: number, max: number, options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : (value as unknown),
    ),
    Whole(min, max, options),
  );
}

export function Decimal(min: number, max: number, options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: Number, minimum: min, maximum: max, ...described(options) }),
    IsNumber({ allowInfinity: false, allowNaN: false }, { message: '应为数字' }),
    Min(min, { message: `不能小于 ${min}` }),
    Max(max, { message: `不能大于 ${max}` }),
    ...presence(options),
  );
}

/** A number in a query string. */
export function DecimalQuery(min: number, max: number, options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      typeof value === 'string' && /^-?\d{1,9}(\.\d{1,15})?$/.test(value) ? Number(value) : (value as unknown),
    ),
    Decimal(min, max, options),
  );
}

export function Flag(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: Boolean, ...described(options) }),
    IsBoolean({ message: '应为 true 或 false' }),
    ...presence(options),
  );
}

/** `true` or `false` in a query string. */
export function FlagQuery(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : (value as unknown),
    ),
    Flag({ optional: true }),
  );
}

/** Several codes in a query string: repeated or separated by commas. */
export function ListQuery<T extends string>(values: readonly T[]): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      (Array.isArray(value) ? value : [value]).flatMap((v: unknown) => (typeof v === 'string' ? v.split(',') : [v])),
    ),
    OneOf(values, { optional: true, each: true }),
  );
}

/** A short code (category, area): letters, digits, `-`, `_`, `.`. */
export function Code(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, pattern: '^[A-Za-z0-9._-]{1,64}$', ...described(options) }),
    Matches(/^[A-Za-z0-9._-]{1,64}$/, { message: '代码只能含字母、数字、点和短横，最多 64 个' }),
    ...presence(options),
  );
}

/** Code or path of an area. */
export function AreaReference(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, pattern: '^[A-Za-z0-9._/-]{1,200}$', ...described(options) }),
    Matches(/^[A-Za-z0-9._/-]{1,200}$/, { message: '区域代码不对' }),
    ...presence(options),
  );
}

/** Whether there is such a date: left alone, 30 February would quietly become 2 March. */
function isDay(date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

/** A moment: ISO 8601 with an offset, so that no server has to guess the zone. */
export function Moment(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: String,
      format: 'date-time',
      ...described(options),
    }),
    Transform(({ value }) =>
      typeof value === 'string' &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
      isDay(value.slice(0, 10))
        ? new Date(value)
        : (value as unknown),
    ),
    IsDate({ message: '时间应如 2026-02-14T16:30:00+08:00' }),
    ...presence(options),
  );
}

/** An object described by its own class. A list in its place would slip past ValidateNested unchecked. */
export function Nested(type: () => Class, options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    // Swagger knows a function that leads to a class by its name, `type`.
    ApiProperty({ type: () => type(), ...described(options) }),
    Type(type),
    IsObject({ message: '应为对象' }),
    ValidateNested(),
    ...presence(options),
  );
}

export function NestedList(
  type: () => Class,
  { min = 0, max, ...options }: Presence & { min?: number; max: number },
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => type(), isArray: true, minItems: min, maxItems: max, ...described(options) }),
    Type(type),
    IsArray({ message: '应为列表' }),
    ArrayMinSize(min, { message: `至少 ${min} 个` }),
    ArrayMaxSize(max, { message: `最多 ${max} 个` }),
    IsObject({ each: true, message: '应为对象的列表' }),
    ValidateNested({ each: true }),
    ...presence(options),
  );
}
