export interface PhoneNumberButtonProps {
  label: string;
  busy: boolean;
  /** A one-time code with which the server asks WeChat for the number; null when the person said no. */
  onCode: (code: string | null) => void;
}
