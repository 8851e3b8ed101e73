import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './bottom-bar.css';

/** What can be done now, always within reach at the foot of a page without a tab bar. */
export function BottomBar({ children }: PropsWithChildren) {
  return (
    <>
      <View className="bottom-bar__room" />
      <View className="bottom-bar">
        <View className="bottom-bar__inside">{children}</View>
      </View>
    </>
  );
}
