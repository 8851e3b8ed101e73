import { Map as WechatMap, View } from '@tarojs/components';
import { middleOf, type MapProps } from './plan.js';
import './map.css';

const SCALE = 16;
/** WeChat's map knows no CSS variables: these repeat --text-muted, --text-brand and --surface-warm, half transparent. */
const LINE = '#55615d';
const OWN_LINE = '#1c6354';
const OWN_GROUND = '#fff6e380';

/** WeChat's own map (GCJ-02), with our borders on it. Whoever does not see it reads the list beside it. */
export function PlaceMap({ label, areas, point, onPick }: MapProps) {
  const corners = areas.flatMap(({ border }) => border);
  const middle = point ?? middleOf(corners);
  const wechat = ({ lng, lat }: { lng: number; lat: number }) => ({ longitude: lng, latitude: lat });
  return (
    <View aria-label={label}>
      <WechatMap
        className="place-map-wechat"
        {...wechat(middle)}
        scale={SCALE}
        includePoints={point === null ? corners.map(wechat) : []}
        polygons={areas.map(({ border, own = false }) => ({
          points: border.map(wechat),
          strokeWidth: own ? 3 : 1,
          strokeColor: own ? OWN_LINE : LINE,
          ...(own ? { fillColor: OWN_GROUND } : {}),
        }))}
        markers={point === null ? [] : [{ id: 1, ...wechat(point), iconPath: '', width: 24, height: 32 }]}
        onTap={(event) => picked(event.detail, onPick)}
        onError={() => undefined}
      />
    </View>
  );
}

/** Older versions of WeChat tell of a tap without saying where. */
function picked(detail: unknown, onPick: MapProps['onPick']): void {
  if (!(detail instanceof Object) || !('longitude' in detail) || !('latitude' in detail)) return;
  onPick?.({ lng: Number(detail.longitude), lat: Number(detail.latitude) });
}
