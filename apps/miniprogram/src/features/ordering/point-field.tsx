import { containsPoint } from '@linshao/domain';
import { View } from '@tarojs/components';
import type { Grid } from '../../orders/use-grids.js';
import { PlaceMap } from '../../platform/map.js';
import { middleOf, type PlanPoint } from '../../platform/plan.js';
import { role } from '../../ui/a11y.js';
import { Choices } from '../../ui/choices.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Stack } from '../../ui/stack.js';

interface PointFieldProps {
  /** Null while they are not known. */
  grids: readonly Grid[] | null;
  point: PlanPoint | null;
  onPick: (at: PlanPoint) => void;
}

/** Points at the place on the map; or names the grid, for whoever sees no map or has no pointer. */
export function PointField({ grids, point, onPick }: PointFieldProps) {
  if (grids === null) return <Skeleton />;
  if (grids.length === 0) {
    return <Notice tone="plain" text="这里还没有画好网格图，请选“其他地方”，写清楚地点。" />;
  }
  const inside = point === null ? null : (grids.find(({ border }) => containsPoint(border, point)) ?? null);
  const words =
    point === null
      ? '点一下出事的地方，或者在下面选一个网格。'
      : inside === null
        ? '您点的地方在网格以外，请点在网格里面。'
        : `已选：${inside.name}。下面可以补充楼号。`;
  return (
    <Stack gap={3}>
      <PlaceMap
        label={`社区平面图，上北下南，分 ${grids.length} 个网格；下面的名单可以代替它`}
        areas={grids.map((grid) => ({ ...grid, own: grid === inside }))}
        point={point}
        onPick={onPick}
      />
      <View {...role('status')}>{words}</View>
      <Choices
        label="在哪个网格"
        choices={grids.map(({ path, name }) => ({ code: path, label: name }))}
        chosen={inside?.path ?? null}
        onChoose={(path) => {
          const grid = grids.find((each) => each.path === path);
          if (grid !== undefined) onPick(middleOf(grid.border));
        }}
      />
    </Stack>
  );
}
