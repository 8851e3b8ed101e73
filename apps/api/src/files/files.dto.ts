import { ApiProperty } from '@nestjs/swagger';
import { Ids, OneOf, Text } from '../platform/http/fields.js';

export const SIZES = ['thumb', 'large'] as const;
export type Size = (typeof SIZES)[number];

export class UploadedFile {
  @ApiProperty({ format: 'uuid' })
  id: string;
  /** Pixels of the large picture, upright. */
  width: number;
  height: number;
  /** Bytes of the large picture. */
  bytes: number;
}

export class ReadFile {
  /** thumb: at most 400 pixels on the long side; large (default): at most 1600. */
  @OneOf(SIZES, { optional: true }) size?: Size;
  /** From a link (`POST /api/files/links`), for readers that cannot send an Authorization header. */
  @Text({ max: 100, optional: true }) ticket?: string;
}

export class LinksRequest {
  @Ids({ max: 50 }) ids: string[];
}

/** Addresses for `<img>`, `<Image>` and preview, which cannot send an Authorization header. */
export class FileLink {
  @ApiProperty({ format: 'uuid' })
  id: string;
  thumbUrl: string;
  largeUrl: string;
  /** When the addresses stop working, one to two hours from now. */
  expiresAt: Date;
}

export class FileLinks {
  /** In the order asked for, without those the caller may not see. */
  items: FileLink[];
}
