import { View } from '@tarojs/components';

/** How much of a long text's room is used. */
export function TextCount({ value, max }: { value: string; max: number }) {
  return <View className="text-box__count">{`${[...value].length} / ${max}`}</View>;
}
