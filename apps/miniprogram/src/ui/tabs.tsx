import { View } from '@tarojs/components';
import { Pressable } from './pressable.js';
import './tabs.css';

interface TabsProps<Code extends string> {
  tabs: readonly { readonly code: Code; readonly label: string }[];
  chosen: Code;
  onChoose: (code: Code) => void;
  /** What is chosen between, for screen readers. */
  label: string;
}

/** A few views of the same thing, one at a time. */
export function Tabs<Code extends string>({ tabs, chosen, onChoose, label }: TabsProps<Code>) {
  const roles = process.env.TARO_ENV === 'weapp' ? { 'aria-role': 'tablist' } : { role: 'tablist' };
  return (
    <View className="tabs" aria-label={label} {...roles}>
      {tabs.map((tab) => (
        <Pressable
          key={tab.code}
          kind="tab"
          selected={tab.code === chosen}
          className={tab.code === chosen ? 'tabs__tab tabs__tab--chosen' : 'tabs__tab'}
          onPress={() => onChoose(tab.code)}
        >
          {tab.label}
        </Pressable>
      ))}
    </View>
  );
}
