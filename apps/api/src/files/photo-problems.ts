import { Problem } from '../platform/http/problem.js';

export const MAX_BYTES = 10 * 1024 * 1024;

export const tooLarge = (): Problem => new Problem(413, 'file.too_large', '照片不能超过 10 MB，请压缩后再上传');

export const unsupported = (): Problem =>
  new Problem(415, 'file.type_unsupported', '只能上传照片（JPEG、PNG、HEIC、WebP），这个文件不是');

export const damaged = (): Problem => new Problem(422, 'file.damaged', '这张照片不完整或已损坏，请换一张或重新拍摄');

export const tooManyPixels = (max: number): Problem =>
  new Problem(422, 'file.too_many_pixels', `照片像素太高（最多 ${max / 10_000} 万），请缩小后再上传`);
