import { Button } from '@tarojs/components';
import type { PressableProps } from './pressable-props.js';
import './pressable.css';

/** WeChat's own button, which its screen readers know. */
export function Pressable(props: PressableProps) {
  const { className, onPress, children } = props;
  const state = props.kind === 'switch' ? { 'aria-role': 'switch', 'aria-checked': String(props.checked) } : {};
  return (
    <Button className={`pressable ${className}`} hoverClass="pressable--pressed" onClick={onPress} {...state}>
      {children}
    </Button>
  );
}
