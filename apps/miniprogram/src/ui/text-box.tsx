import { TextCount } from './text-count.js';
import type { TextBoxProps } from './text-box-props.js';
import './text-box.css';

/** The browser's own field: Taro's element hands labels on to nobody. */
export function TextBox({ label, value, onChange, placeholder, max, lines = 'one', secret = false }: TextBoxProps) {
  if (lines === 'one') {
    return (
      <input
        className="text-box"
        type={secret ? 'password' : 'text'}
        aria-label={label}
        value={value}
        maxLength={max}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <div>
      <textarea
        className="text-box text-box--several"
        aria-label={label}
        value={value}
        maxLength={max}
        placeholder={placeholder}
        rows={4}
        onChange={(event) => onChange(event.target.value)}
      />
      <TextCount value={value} max={max} />
    </div>
  );
}
