import { useState } from 'react';
import { api } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { queryClient } from '../../api-client/query-client.js';
import { insideWechat } from '../../platform/login.js';
import { startSession } from '../../session/use-session.js';
import { Notice } from '../../ui/notice.js';
import { PhoneNumberButton } from '../../ui/phone-number-button.js';
import { Section } from '../../ui/section.js';
import { Stack } from '../../ui/stack.js';
import { toast } from '../../ui/toast.js';

/** Whom the community knows by their phone has their home and their posts as soon as WeChat vouches for the number. */
export function BindPhone() {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  if (!insideWechat) return null;

  async function bind(code: string | null): Promise<void> {
    if (code === null) {
      setFault('您没有授权手机号，没关系，想好了再点。');
      return;
    }
    setBusy(true);
    setFault(null);
    try {
      const { signedIn } = await api.post('/api/auth/phone', { body: { code } });
      if (signedIn === null) await queryClient.invalidateQueries({ queryKey: ['me'] });
      else await startSession(signedIn);
      toast('手机号已绑定');
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section title="手机号" hint="社区登记过您的手机号，绑定后岗位和住址就都在这里了">
      <Stack gap={3}>
        <PhoneNumberButton label="绑定手机号" busy={busy} onCode={(code) => void bind(code)} />
        {fault === null ? null : <Notice tone="plain" text={fault} />}
      </Stack>
    </Section>
  );
}
