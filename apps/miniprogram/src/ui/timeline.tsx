import { Text, View } from '@tarojs/components';
import { role } from './a11y.js';
import { Icon, type IconName } from './icon.js';
import './timeline.css';

export interface TimelineEntry {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly by: string;
  readonly at: string;
  readonly words: string | null;
}

/** What happened, the newest first: one line each says what, and below it who, when, and their words. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <View className="timeline" {...role('list')}>
      {entries.map((entry, index) => (
        <View
          key={entry.id}
          className={index === 0 ? 'timeline__step timeline__step--latest' : 'timeline__step'}
          {...role('listitem')}
        >
          <View className="timeline__mark">
            <Icon name={entry.icon} size="small" />
          </View>
          <View className="timeline__content">
            <View className="timeline__head">
              <Text className="timeline__title">{entry.title}</Text>
              <Text className="timeline__at">{entry.at}</Text>
            </View>
            <View className="timeline__by">{entry.by}</View>
            {entry.words === null ? null : <View className="timeline__words">{entry.words}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
