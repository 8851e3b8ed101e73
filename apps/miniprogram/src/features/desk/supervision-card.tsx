import { DEADLINE_KIND_NAMES } from '@linshao/domain';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Schemas } from '../../api-client/api.js';
import { open } from '../../orders/open-page.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { DueWords } from '../../ui/due-words.js';
import { Row } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import { SupervisionSheet, type Step } from './supervision-sheet.js';
import './supervision-card.css';

type Item = Schemas['SupervisionView'];

/** One supervision order: what was missed, who asks, what was answered, and what I may do about it. */
export function SupervisionCard({ item }: { item: Item }) {
  const [step, setStep] = useState<Step | null>(null);
  return (
    <Card>
      <Row spread>
        <View className="supervision-card__more">{item.number}</View>
        <Tag text={item.stateName} tone={item.overdue ? 'alarm' : item.state === 'open' ? 'warn' : 'plain'} />
      </Row>
      <View className="supervision-card__title">{item.order.title}</View>
      <View className="supervision-card__more">
        {`${item.issuedBy.area.name}${item.issuedBy.roleName}问${item.area.name}：${
          item.missed === null ? '请说明情况' : `${DEADLINE_KIND_NAMES[item.missed]}为什么超时`
        }`}
      </View>
      {item.text === null ? null : <View>{item.text}</View>}
      {item.dueAt === null || item.state !== 'open' ? null : <DueWords dueAt={item.dueAt} />}
      {item.answer === null ? null : (
        <View className="supervision-card__said">{`答复：${item.answer.text ?? ''}`}</View>
      )}
      {item.returned === null ? null : (
        <View className="supervision-card__said">{`退回补充：${item.returned.text ?? ''}`}</View>
      )}
      <Row>
        {item.actions.map((action) => (
          <Button
            key={action}
            label={STEP_NAMES[action]}
            tone={action === 'return' ? 'plain' : 'primary'}
            onPress={() => setStep(action)}
          />
        ))}
        <Button label="看单子" tone="quiet" onPress={() => open.order(item.order.id)} />
      </Row>
      {step === null ? null : (
        <SupervisionSheet id={item.id} step={step} name={STEP_NAMES[step]} onClose={() => setStep(null)} />
      )}
    </Card>
  );
}

const STEP_NAMES: Readonly<Record<Step, string>> = { answer: '答复', close: '销号', return: '退回补充' };
