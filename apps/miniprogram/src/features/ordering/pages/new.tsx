import Taro, { useRouter } from '@tarojs/taro';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { OrderKind, PlaceCode } from '@linshao/domain';
import { replaceByOrder } from '../../../orders/open-page.js';
import { WaitingNotice } from '../../../orders/waiting-notice.js';
import { waitingOrders } from '../../../orders/waiting-orders.js';
import { SignInSheet } from '../../../session/sign-in-sheet.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { useSession } from '../../../session/use-session.js';
import { Button } from '../../../ui/button.js';
import { Field } from '../../../ui/field.js';
import { Notice } from '../../../ui/notice.js';
import { FormFault } from '../../../ui/form-fault.js';
import { Page } from '../../../ui/page.js';
import { PhotoPicker } from '../../../ui/photo-picker.js';
import { Section } from '../../../ui/section.js';
import { Stack } from '../../../ui/stack.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { TextBox } from '../../../ui/text-box.js';
import { ToggleRow } from '../../../ui/toggle-row.js';
import { useSettled } from '../../../ui/use-settled.js';
import { CategoryField } from '../category-field.js';
import { kindOf } from '../draft.js';
import { KIND_WORDS } from '../kind-words.js';
import { openedCode } from '../opened-code.js';
import { PlaceField } from '../place-field.js';
import { SimilarOrders } from '../similar-orders.js';
import { useOrderForm } from '../use-order-form.js';

const PAUSE_MS = 500;

/** 点单: one sentence is enough; everything else is guessed, offered or optional. */
export default function NewOrderPage() {
  const { params } = useRouter();
  const kind = kindOf(params.kind);
  const { me } = useSession();
  // Once somebody has begun to write, a login that runs out leaves the form, with its photos, where it is.
  const writer = useRef<string | null>(null);
  if (me !== null) writer.current = me.id;
  return (
    <Page>
      {writer.current === null ? (
        <SignedInOnly why="登录后才能点单，办理进展才能告诉您。">
          <Skeleton />
        </SignedInOnly>
      ) : (
        <OrderForm key={writer.current} kind={kind} code={openedCode(params.q)} />
      )}
    </Page>
  );
}

function OrderForm({ kind, code }: { kind: OrderKind; code: PlaceCode | null }) {
  const form = useOrderForm(kind, code);
  const [signIn, setSignIn] = useState(false);
  const [waits, setWaits] = useState(false);
  const { draft, change, category, photos, place, faults } = form;
  const words = KIND_WORDS[kind];
  const settledTitle = useSettled(draft.title, PAUSE_MS);
  if (waits) return <Kept />;
  return (
    <Section title={words.title}>
      <Stack gap={5}>
        <Field label={words.ask} fault={faults.title}>
          <TextBox
            label={words.ask}
            placeholder={words.example}
            max={60}
            value={draft.title}
            onChange={(title) => change({ title })}
          />
        </Field>
        {kind === 'wish' ? null : (
          <SimilarOrders
            query={{
              title: settledTitle.trim(),
              ...(category === null ? {} : { category: category.code }),
              ...(place.body.location ?? {}),
            }}
          />
        )}
        <Field label="再说详细点" optional>
          <TextBox
            label="再说详细点"
            lines="several"
            max={2000}
            value={draft.description}
            onChange={(description) => change({ description })}
          />
        </Field>
        <CategoryField
          leaves={form.leaves}
          guesses={form.guesses}
          chosen={category}
          fixed={draft.category !== null}
          onChoose={(code) => change({ category: code })}
          fault={faults.category}
        />
        <PlaceField
          place={place}
          address={draft.address}
          onAddress={(address) => change({ address })}
          fault={faults.place}
        />
        <Field label="照片" optional>
          <PhotoPicker photos={photos} />
        </Field>
        <ToggleRow
          label="匿名"
          hint="办理的人看不到您的名字"
          on={draft.anonymous}
          onChange={(anonymous) => change({ anonymous })}
        />
        <FormFault error={form.error} onSignIn={() => setSignIn(true)} />
        <Button
          label={photos.sending ? '照片还在上传…' : words.send}
          tone="primary"
          wide
          busy={form.busy}
          disabled={photos.sending}
          onPress={() => form.submit((sent) => (sent.waits ? setWaits(true) : replaceByOrder(sent.id)))}
        />
      </Stack>
      {signIn ? (
        <SignInSheet
          onClose={() => {
            setSignIn(false);
            form.forgetFault();
          }}
        />
      ) : null}
    </Section>
  );
}

/** Without a network the page stays where it is: in a browser no other one could be fetched either. */
function Kept() {
  const waiting = useSyncExternalStore(waitingOrders.subscribe, waitingOrders.now).length;
  return (
    <Section title="已存在这部手机上">
      <Stack gap={4}>
        {waiting === 0 ? <Notice tone="plain" text="网络恢复了，单子已经送到社区。" /> : <WaitingNotice />}
        <Button label="回首页" wide onPress={() => void Taro.switchTab({ url: '/pages/home/index' })} />
      </Stack>
    </Section>
  );
}
