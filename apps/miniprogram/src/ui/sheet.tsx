import { View } from '@tarojs/components';
import { useEffect, useRef, type PropsWithChildren } from 'react';
import { onEscape } from '../platform/escape.js';
import { role } from './a11y.js';
import { Icon } from './icon.js';
import { Pressable } from './pressable.js';
import './sheet.css';

/** Something to fill in or decide, over the page; closes by its cross, by the shade and by Escape. */
export function Sheet({ title, onClose, children }: PropsWithChildren<{ title: string; onClose: () => void }>) {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  // Once: what is drawn anew while somebody types must not take the keyboard from them.
  useEffect(() => onEscape(() => close.current()), []);
  const roles = process.env.TARO_ENV === 'weapp' ? { 'aria-role': 'dialog' } : { role: 'dialog', 'aria-modal': 'true' };
  return (
    <View className="sheet">
      <View className="sheet__shade" onClick={onClose} aria-hidden="true" catchMove />
      <View className="sheet__body" aria-label={title} {...roles}>
        <View className="sheet__head">
          <View className="sheet__title" {...role('heading')}>
            {title}
          </View>
          <Pressable kind="button" className="sheet__close" label="关闭" onPress={onClose}>
            <Icon name="x" />
          </Pressable>
        </View>
        <View className="sheet__content">{children}</View>
      </View>
    </View>
  );
}
