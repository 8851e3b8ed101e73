import { Text, View } from '@tarojs/components';
import { Pressable } from './pressable.js';
import './tabs.css';

interface TabsProps<Code extends string> {
  tabs: readonly { readonly code: Code; readonly label: string; readonly count?: number | null }[];
  chosen: Code;
  onChoose: (code: Code) => void;
  /** What is chosen between, for screen readers. */
  label: string;
  /** Of equal width with how many there are below each word (`count`; null while it is not known): five of them fit the narrowest phone. */
  counted?: boolean;
}

const MOST = 999;

/** A few views of the same thing, one at a time. */
export function Tabs<Code extends string>({ tabs, chosen, onChoose, label, counted = false }: TabsProps<Code>) {
  const roles = process.env.TARO_ENV === 'weapp' ? { 'aria-role': 'tablist' } : { role: 'tablist' };
  return (
    <View className={counted ? 'tabs tabs--counted' : 'tabs'} aria-label={label} {...roles}>
      {tabs.map((tab) => (
        <Pressable
          key={tab.code}
          kind="tab"
          selected={tab.code === chosen}
          className={tab.code === chosen ? 'tabs__tab tabs__tab--chosen' : 'tabs__tab'}
          onPress={() => onChoose(tab.code)}
          {...(typeof tab.count === 'number' ? { label: `${tab.label} ${tab.count}` } : {})}
        >
          {counted ? (
            <View className="tabs__inside">
              <Text>{tab.label}</Text>
              <Text className="tabs__count">{countWords(tab.count)}</Text>
            </View>
          ) : (
            tab.label
          )}
        </Pressable>
      ))}
    </View>
  );
}

const countWords = (count: number | null | undefined): string =>
  typeof count !== 'number' ? '…' : count > MOST ? `${MOST}+` : String(count);
