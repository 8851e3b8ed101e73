export interface TextBoxProps {
  /** For screen readers; the visible label stands in the field around it. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  /** Characters at most; several lines say how many are used. */
  max: number;
  lines?: 'one' | 'several';
  secret?: boolean;
}
