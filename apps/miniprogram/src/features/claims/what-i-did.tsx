import { View } from '@tarojs/components';
import { tallyOf } from './tally.js';
import './what-i-did.css';

/** My work in three figures. */
export function WhatIDid({ byState, overdue }: { byState: Readonly<Record<string, unknown>>; overdue: number }) {
  const { working, done } = tallyOf(byState);
  return (
    <View className="what-i-did">
      <Figure value={working} name="在办" />
      <Figure value={overdue} name="已超时" alarm={overdue > 0} />
      <Figure value={done} name="办好" />
    </View>
  );
}

function Figure({ value, name, alarm = false }: { value: number; name: string; alarm?: boolean }) {
  return (
    <View className={alarm ? 'what-i-did__figure what-i-did__figure--alarm' : 'what-i-did__figure'}>
      <View className="what-i-did__value">{value}</View>
      <View>{name}</View>
    </View>
  );
}
