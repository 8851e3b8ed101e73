import { polygonProblem, type Point, type Polygon } from '@linshao/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';

/** Corners as `[lng, lat]` pairs, the order GeoJSON and WeChat's map use. */
export type Border = [number, number][];

const MOST_CORNERS = 1000;

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => typeof part === 'number' && Number.isFinite(part));

export function polygonOf(border: Border): Polygon {
  const corners = border.map(([lng, lat]): Point => ({ lng, lat }));
  const [first, last] = [corners[0], corners.at(-1)];
  // GeoJSON repeats the first corner at the end; here it is not.
  const closed = corners.length > 1 && first?.lng === last?.lng && first?.lat === last?.lat;
  return closed ? corners.slice(0, -1) : corners;
}

export const borderOf = (polygon: Polygon): Border => polygon.map(({ lng, lat }) => [lng, lat]);

function problemOf(value: unknown): string | null {
  if (!Array.isArray(value) || !value.every(isPair)) return '边界应为 [[经度,纬度],…]';
  if (value.length > MOST_CORNERS) return `边界最多 ${MOST_CORNERS} 个点`;
  return polygonProblem(polygonOf(value));
}

/** A drawn border in GCJ-02; null takes it away. */
export function BorderField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
      maxItems: MOST_CORNERS,
      nullable: true,
      required: false,
    }),
    ValidateBy({
      name: 'border',
      validator: {
        validate: (value) => problemOf(value) === null,
        defaultMessage: (args) => problemOf(args?.value) ?? '',
      },
    }),
    IsOptional(),
  );
}
