import type { PhoneNumberButtonProps } from './phone-number-button-props.js';

/** A browser has nobody who vouches for a phone number. */
export function PhoneNumberButton(_: PhoneNumberButtonProps) {
  return null;
}
