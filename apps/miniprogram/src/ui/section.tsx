import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { role } from './a11y.js';
import './section.css';

interface SectionProps {
  title: string;
  hint?: string;
}

/** A titled part of a screen. */
export function Section({ title, hint, children }: PropsWithChildren<SectionProps>) {
  return (
    <View>
      <View className="section__title" {...role('heading')}>
        {title}
      </View>
      {hint === undefined ? null : <View className="section__hint">{hint}</View>}
      {children}
    </View>
  );
}
