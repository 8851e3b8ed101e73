import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { useViewMode } from '../session/view-mode.js';
import './page.css';

/** The root of every screen: carries the design tokens of the view the person chose. */
export function Page({ children }: PropsWithChildren) {
  const { mode } = useViewMode();
  const landmark = process.env.TARO_ENV === 'weapp' ? {} : { role: 'main' };
  return (
    <View className={mode === 'elder' ? 'page page--elder' : 'page'} {...landmark}>
      {children}
    </View>
  );
}
