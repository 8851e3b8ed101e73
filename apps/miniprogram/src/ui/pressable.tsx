import type { PressableProps } from './pressable-props.js';
import { pressableState } from './pressable-state.js';
import './pressable-focus.css';

/** A real button, because Taro's own element for browsers can be reached neither by keyboard nor by a screen reader. */
export function Pressable(props: PressableProps) {
  const { className, onPress, disabled = false, label, children } = props;
  const aria = pressableState(props);
  return (
    <button
      type="button"
      className={`pressable ${className}`}
      disabled={disabled}
      aria-label={label}
      onClick={onPress}
      {...(aria === null ? {} : { role: aria.role, ...aria.state })}
    >
      {children}
    </button>
  );
}
