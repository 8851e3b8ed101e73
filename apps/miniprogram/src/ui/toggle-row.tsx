import { Text, View } from '@tarojs/components';
import { Pressable } from './pressable.js';
import './toggle-row.css';

interface ToggleRowProps {
  label: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off; the whole row is the target, and the state is said in words as well. */
export function ToggleRow({ label, hint, on, onChange }: ToggleRowProps) {
  return (
    <Pressable kind="switch" className="toggle-row" checked={on} onPress={() => onChange(!on)}>
      <View className="toggle-row__inside">
        <View className="toggle-row__words">
          <View>{label}</View>
          <View className="toggle-row__hint">{hint}</View>
        </View>
        <View className={on ? 'toggle-row__state toggle-row__state--on' : 'toggle-row__state'} aria-hidden="true">
          <Text>{on ? '已打开' : '已关闭'}</Text>
        </View>
      </View>
    </Pressable>
  );
}
