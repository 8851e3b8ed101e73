import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from './icon.js';
import { Pressable } from './pressable.js';
import './button.css';

interface ButtonProps {
  label: string;
  onPress: () => void;
  /** `primary`: the one thing to do here; `danger`: cannot be undone; `quiet`: beside others. */
  tone?: 'primary' | 'plain' | 'danger' | 'quiet';
  icon?: IconName;
  /** Takes the whole width. */
  wide?: boolean;
  /** At work: pressing again does nothing, and the label says so. */
  busy?: boolean;
  disabled?: boolean;
}

/** The ordinary button: one clear thing to do. */
export function Button({ label, onPress, tone = 'plain', icon, wide = false, busy = false, disabled }: ButtonProps) {
  const classes = ['button', `button--${tone}`, ...(wide ? ['button--wide'] : [])].join(' ');
  return (
    <Pressable kind="button" className={classes} disabled={busy || disabled === true} onPress={onPress}>
      <View className="button__inside">
        {icon === undefined ? null : <Icon name={icon} />}
        <Text className={icon === undefined ? '' : 'button__label'}>{busy ? '请稍等…' : label}</Text>
      </View>
    </Pressable>
  );
}
