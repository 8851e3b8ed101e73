import { Button } from '@tarojs/components';
import type { PressableProps } from './pressable-props.js';
import { pressableState } from './pressable-state.js';

/** WeChat's own button, which its screen readers know. */
export function Pressable(props: PressableProps) {
  const { className, onPress, disabled = false, label, children } = props;
  const aria = pressableState(props);
  return (
    <Button
      className={`pressable ${className}`}
      hoverClass="pressable--pressed"
      disabled={disabled}
      onClick={onPress}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(aria === null ? {} : { 'aria-role': aria.role, ...aria.state })}
    >
      {children}
    </Button>
  );
}
