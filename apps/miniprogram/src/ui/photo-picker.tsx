import { View } from '@tarojs/components';
import { role } from './a11y.js';
import { Icon } from './icon.js';
import { Photo } from './photo.js';
import { Pressable } from './pressable.js';
import type { Photos, PhotoSlot } from './use-photos.js';
import './photo-grid.css';

/** The photos of a form, each with how far it has got, and room for the next one. */
export function PhotoPicker({ photos }: { photos: Photos }) {
  const { slots, most, add } = photos;
  return (
    <View>
      <View className="photo-grid">
        {slots.map((slot, index) => (
          <Slot key={slot.key} slot={slot} number={index + 1} photos={photos} />
        ))}
        {slots.length < most ? (
          <Pressable kind="button" className="photo-grid__add" label="添加照片" onPress={add}>
            <View className="photo-grid__add-inside">
              <Icon name="camera" size="large" />
              <View>{slots.length === 0 ? '添加照片' : `${slots.length}/${most}`}</View>
            </View>
          </Pressable>
        ) : null}
      </View>
      {slots.find(({ fault }) => fault !== null) === undefined ? null : (
        <View className="photo-grid__fault" {...role('alert')}>
          {slots.find(({ fault }) => fault !== null)?.fault}
        </View>
      )}
    </View>
  );
}

function Slot({ slot, number, photos }: { slot: PhotoSlot; number: number; photos: Photos }) {
  return (
    <View className="photo-grid__cell">
      <Photo src={slot.photo.path} label={`照片 ${number}`} />
      {slot.state === 'sending' ? (
        <View className="photo-grid__over" {...role('status')}>{`${Math.round(slot.share * 100)}%`}</View>
      ) : null}
      {slot.state === 'failed' ? (
        <Pressable kind="button" className="photo-grid__over" onPress={() => photos.retry(slot.key)}>
          重新上传
        </Pressable>
      ) : null}
      <Pressable
        kind="button"
        className="photo-grid__remove"
        label={`去掉照片 ${number}`}
        onPress={() => photos.remove(slot.key)}
      >
        <Icon name="x" size="small" />
      </Pressable>
    </View>
  );
}
