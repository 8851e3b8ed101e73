import { monthDayTime } from '@linshao/domain';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Row } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import { useNow } from '../../ui/use-now.js';
import { ConfirmHomeSheet } from './confirm-home-sheet.js';
import { RefuseHomeSheet } from './refuse-home-sheet.js';
import { RELATIONS } from './relations.js';
import type { Residency } from './residency-queries.js';
import { RevealSheet } from './reveal-sheet.js';
import './residency-card.css';

type Step = 'confirm' | 'refuse' | 'reveal';

/** One registration: who, where, and, while it waits, what the community can do about it. */
export function ResidencyCard({ residency }: { residency: Residency }) {
  const now = useNow();
  const { me } = useSession();
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  const waits = residency.state === 'requested';
  const own = residency.personId === me?.id;
  return (
    <Card>
      <Row spread>
        <View className="residency-card__name">{residency.personName}</View>
        <Tag text={RELATIONS[residency.relation]} />
      </Row>
      <View>{residency.address}</View>
      {residency.dwellingId === null ? (
        <Row>
          <Tag text="只写了地址，要对上房号" tone="warn" icon="map-pin" />
        </Row>
      ) : null}
      <View className="residency-card__more">
        {residency.decidedAt === null
          ? `${monthDayTime(new Date(residency.requestedAt), now)}申请`
          : `${monthDayTime(new Date(residency.decidedAt), now)}处理`}
      </View>
      {residency.reason === null ? null : <View className="residency-card__more">{`原因：${residency.reason}`}</View>}
      {!waits ? null : own ? (
        <View className="residency-card__more">这是您自己的登记，请由其他同志确认。</View>
      ) : (
        <Row>
          <Button label="确认登记" tone="primary" onPress={() => setStep('confirm')} />
          <Button label="不通过" onPress={() => setStep('refuse')} />
          <Button label="联系本人" icon="phone" tone="quiet" onPress={() => setStep('reveal')} />
        </Row>
      )}
      {step === 'confirm' ? <ConfirmHomeSheet residency={residency} onClose={close} /> : null}
      {step === 'refuse' ? <RefuseHomeSheet residency={residency} onClose={close} /> : null}
      {step === 'reveal' ? <RevealSheet residency={residency} onClose={close} /> : null}
    </Card>
  );
}
