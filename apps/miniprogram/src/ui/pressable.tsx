import type { PressableProps } from './pressable-props.js';
import './pressable.css';
import './pressable-focus.css';

/** A real button, because Taro's own element for browsers can be reached neither by keyboard nor by a screen reader. */
export function Pressable(props: PressableProps) {
  const { className, onPress, children } = props;
  const state = props.kind === 'switch' ? { role: 'switch', 'aria-checked': props.checked } : {};
  return (
    <button type="button" className={`pressable ${className}`} onClick={onPress} {...state}>
      {children}
    </button>
  );
}
