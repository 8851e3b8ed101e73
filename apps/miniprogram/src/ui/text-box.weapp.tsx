import { Input, Textarea, View } from '@tarojs/components';
import { TextCount } from './text-count.js';
import type { TextBoxProps } from './text-box-props.js';
import './text-box.css';

/** WeChat's own field. */
export function TextBox({
  label,
  value,
  onChange,
  placeholder = '',
  max,
  lines = 'one',
  secret = false,
}: TextBoxProps) {
  const change = ({ detail }: { detail: { value: string } }) => onChange(detail.value);
  if (lines === 'one') {
    return (
      <Input
        className="text-box"
        aria-label={label}
        value={value}
        maxlength={max}
        password={secret}
        placeholder={placeholder}
        placeholderClass="text-box__placeholder"
        onInput={change}
      />
    );
  }
  return (
    <View>
      <Textarea
        className="text-box text-box--several"
        aria-label={label}
        value={value}
        maxlength={max}
        placeholder={placeholder}
        placeholderClass="text-box__placeholder"
        autoHeight
        onInput={change}
      />
      <TextCount value={value} max={max} />
    </View>
  );
}
