import { isMasked, isValidIdNumber, isValidPhone } from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';

interface Options {
  readonly optional?: boolean;
  /** A masked value, as we answered it, may come back: the service leaves the real one as it is. */
  readonly masked?: boolean;
}

const halfWidth = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

function personField(
  name: string,
  message: string,
  tidy: (text: string) => string,
  isValid: (text: string) => boolean,
) {
  return ({ optional, masked }: Options = {}): PropertyDecorator =>
    applyDecorators(
      ApiProperty({ type: String, required: !optional, nullable: optional ?? false }),
      Transform(({ value }) => (typeof value === 'string' ? tidy(value) : (value as unknown))),
      ValidateBy({
        name,
        validator: {
          validate: (value) =>
            typeof value === 'string' && (isValid(value) || (masked === true && value.length <= 18 && isMasked(value))),
          defaultMessage: () => message,
        },
      }),
      ...(optional ? [IsOptional()] : []),
    );
}

/** A mainland mobile number; spaces, hyphens and +86 are forgiven. */
export const Phone = personField(
  'phone',
  '应为 11 位手机号',
  (text) => halfWidth(text).replace(/^\+?86(?=1\d{10}$)/, ''),
  isValidPhone,
);

/** A citizen identity number (GB 11643), checksum included. */
export const IdNumber = personField(
  'idNumber',
  '身份证号不对，请核对',
  (text) => halfWidth(text).toUpperCase(),
  isValidIdNumber,
);
