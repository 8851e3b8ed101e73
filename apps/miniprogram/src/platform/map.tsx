import type { MouseEvent } from 'react';
import { planOf, shortNames, middleOf, type MapProps } from './plan.js';
import './map.css';

/**
 * A plain plan, drawn from what we know ourselves: a browser has no map without somebody else's service, and we ask
 * nobody else where our residents are. Whoever does not see it, or has no pointer, reads the list beside it.
 */
export function PlaceMap({ label, areas, point, onPick }: MapProps) {
  const plan = planOf([...areas.flatMap(({ border }) => border), ...(point === null ? [] : [point])]);
  const names = shortNames(areas.map(({ name }) => name));
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  const at = point === null ? null : plan.place(point);

  function pick({ currentTarget, clientX, clientY }: MouseEvent<HTMLDivElement>): void {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    onPick?.(plan.pointAt((clientX - left) / width, (clientY - top) / height));
  }
  return (
    <div
      className={onPick === undefined ? 'place-map' : 'place-map place-map--pick'}
      role="img"
      aria-label={label}
      style={{ paddingBottom: percent(1 / plan.ratio) }}
      onClick={pick}
    >
      <svg className="place-map__ground" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
        {areas.map(({ id, border, own = false }) => (
          <polygon
            key={id}
            className={own ? 'place-map__area place-map__area--own' : 'place-map__area'}
            points={border
              .map(plan.place)
              .map(({ x, y }) => `${(x * 1000).toFixed(1)},${(y * 1000).toFixed(1)}`)
              .join(' ')}
          />
        ))}
      </svg>
      {areas.map(({ id, border }, index) => {
        const { x, y } = plan.place(middleOf(border));
        return (
          <span key={id} className="place-map__name" style={{ left: percent(x), top: percent(y) }} aria-hidden="true">
            {names[index]}
          </span>
        );
      })}
      {at === null ? null : (
        <span className="place-map__here" style={{ left: percent(at.x), top: percent(at.y) }} aria-hidden="true" />
      )}
    </div>
  );
}
