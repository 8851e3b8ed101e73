import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Card } from '../../ui/card.js';
import { Row } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import { useNow } from '../../ui/use-now.js';
import type { Shift } from './duty-queries.js';
import { runs, shiftWords } from './shift-words.js';
import './shift-card.css';

/** One shift: when, who, and whether anything about it is out of the ordinary; what can be done about it stands below. */
export function ShiftCard({ shift, mine, children }: PropsWithChildren<{ shift: Shift; mine: boolean }>) {
  const now = useNow();
  const { name, person, standInFor, backed } = shift;
  return (
    <Card>
      <Row spread>
        <View className="shift-card__time">{shiftWords(shift, now)}</View>
        {runs(shift, now) ? (
          <Tag text="正在值班" tone="brand" icon="clock" />
        ) : name === null ? null : (
          <Tag text={name} />
        )}
      </Row>
      {mine ? null : <View>{person.name}</View>}
      {standInFor === null ? null : <View className="shift-card__more">{`替${standInFor.name}值这一班`}</View>}
      {backed ? null : (
        <Row>
          <Tag
            text={mine ? '您这一班还没有值班权限，请告诉派单员' : '这一班的人不能值班了，要另排一位'}
            tone="alarm"
            icon="triangle-alert"
          />
        </Row>
      )}
      {children}
    </Card>
  );
}
