import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './stack.css';

/** Things below each other with even space between. */
export function Stack({ gap = 3, children }: PropsWithChildren<{ gap?: 1 | 2 | 3 | 4 | 5 }>) {
  return <View className={`stack stack--${gap}`}>{children}</View>;
}

/** Things beside each other, wrapping where there is no room. */
export function Row({ spread = false, children }: PropsWithChildren<{ spread?: boolean }>) {
  return <View className={spread ? 'row row--spread' : 'row'}>{children}</View>;
}
