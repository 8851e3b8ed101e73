import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from './icon.js';
import { Pressable } from './pressable.js';
import './nav-row.css';

interface NavRowProps {
  icon: IconName;
  label: string;
  hint?: string;
  value?: string;
  onPress: () => void;
}

/** A row that leads somewhere. */
export function NavRow({ icon, label, hint, value, onPress }: NavRowProps) {
  return (
    <Pressable kind="button" className="nav-row" onPress={onPress}>
      <View className="nav-row__inside">
        <Icon name={icon} />
        <View className="nav-row__words">
          <View>{label}</View>
          {hint === undefined ? null : <View className="nav-row__hint">{hint}</View>}
        </View>
        {value === undefined ? null : <Text className="nav-row__value">{value}</Text>}
        <Icon name="chevron-right" size="small" />
      </View>
    </Pressable>
  );
}
