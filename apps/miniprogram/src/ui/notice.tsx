import { View } from '@tarojs/components';
import { role } from './a11y.js';
import { Button } from './button.js';
import './notice.css';

interface NoticeProps {
  /** `alarm`: something went wrong; `plain`: there is simply nothing here yet. */
  tone: 'plain' | 'alarm';
  text: string;
  action?: { label: string; onPress: () => void };
}

/** What stands where content would be: empty, failed, or not open yet, with the way on where there is one. */
export function Notice({ tone, text, action }: NoticeProps) {
  return (
    <View className={`notice notice--${tone}`}>
      <View className="notice__text" {...role(tone === 'alarm' ? 'alert' : 'status')}>
        {text}
      </View>
      {action === undefined ? null : <Button label={action.label} onPress={action.onPress} />}
    </View>
  );
}
