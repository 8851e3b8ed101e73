import { MOST_SPOT_CHARACTERS } from '@linshao/domain';
import { Text } from '../platform/http/fields.js';

export class PlaceCodeSignQueryDto {
  /** Where in the area it will hang, in words, e.g. 3 幢北门; it fills in the place of the order. */
  @Text({ max: MOST_SPOT_CHARACTERS, optional: true }) spot?: string;
}
