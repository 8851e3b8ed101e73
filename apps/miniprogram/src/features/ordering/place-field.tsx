import { View } from '@tarojs/components';
import { canScan } from '../../platform/scan.js';
import { role } from '../../ui/a11y.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { PointField } from './point-field.js';
import type { Place, PlaceKind } from './use-place.js';

interface PlaceFieldProps {
  place: Place;
  address: string;
  onAddress: (address: string) => void;
  fault: string | undefined;
}

/**
 * Where it is: where a scanned code hangs, the registered home, where one stands now, a point on the map, or a community by
 * its name; the rest in words.
 */
export function PlaceField({ place, address, onAddress, fault }: PlaceFieldProps) {
  const choices: { code: PlaceKind; label: string; hint?: string }[] = [
    ...(place.mayScan ? [scanned(place)] : []),
    ...(place.home === null ? [] : [{ code: 'home' as const, label: '我家', hint: place.home.address }]),
    {
      code: 'here',
      label: place.locating ? '正在定位…' : '我现在的位置',
      ...(place.kind === 'here' ? { hint: '已定位，下面可补充楼号' } : {}),
    },
    ...(place.mayPoint ? [{ code: 'map' as const, label: '在图上点', hint: '点一下出事的地方，或选网格' }] : []),
    { code: 'community', label: '其他地方', hint: '选社区，再写清楚地点' },
  ];
  return (
    <Field label="地点" fault={fault}>
      <Stack gap={3}>
        {place.code.fault === null ? null : <View {...role('alert')}>{place.code.fault}</View>}
        <Choices label="地点" choices={choices} chosen={place.kind} onChoose={place.choose} />
        {place.hereFault === null ? null : <View {...role('alert')}>{place.hereFault}</View>}
        {place.kind === 'map' ? <PointField grids={place.grids} point={place.picked} onPick={place.pick} /> : null}
        {place.kind === 'community' && place.areas.length > 1 ? (
          <Choices
            label="哪个社区"
            choices={place.areas.map(({ path, name }) => ({ code: path, label: name }))}
            chosen={place.areaPath}
            onChoose={place.chooseArea}
          />
        ) : null}
        {place.kind === 'home' ? null : (
          <TextBox
            label="具体地点"
            placeholder="具体地点，例如：3 幢北面路边"
            max={120}
            value={address}
            onChange={onAddress}
          />
        )}
      </Stack>
    </Field>
  );
}

function scanned({ code }: Place): { code: 'code'; label: string; hint: string } {
  if (!code.there) return { code: 'code', label: '扫地点码', hint: '扫楼道里、路灯杆上贴的码' };
  return {
    code: 'code',
    label: code.name ?? '正在读取地点…',
    hint: canScan ? '扫码得到的地点，点一下重扫' : '扫码得到的地点',
  };
}
