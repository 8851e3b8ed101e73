import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Pressable } from './pressable.js';
import './card.css';

/** A white surface; with `onPress` the whole card leads on. */
export function Card({ onPress, label, children }: PropsWithChildren<{ onPress?: () => void; label?: string }>) {
  if (onPress === undefined) return <View className="card">{children}</View>;
  return (
    <Pressable kind="button" className="card card--pressable" onPress={onPress} {...(label ? { label } : {})}>
      {children}
    </Pressable>
  );
}
