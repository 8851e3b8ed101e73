import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../api-client/api.js';
import { sentenceOf } from '../api-client/api-error.js';
import { Choices } from '../ui/choices.js';
import { Notice } from '../ui/notice.js';
import { Stack } from '../ui/stack.js';
import { PERSONAS } from './personas.js';
import { startSession, useSession } from './use-session.js';
import './sign-in-panel.css';

/** The demo's people, all invented: one browser plays the whole story. */
export function PersonaPanel({ onSignedIn }: { onSignedIn?: () => void }) {
  const { me } = useSession();
  const [fault, setFault] = useState<string | null>(null);

  async function become(persona: string): Promise<void> {
    setFault(null);
    try {
      await startSession(await api.post('/api/auth/demo', { body: { persona } }));
      onSignedIn?.();
    } catch (error) {
      setFault(sentenceOf(error));
    }
  }

  return (
    <Stack gap={3}>
      <View className="sign-in-panel__note">演示环境，人物均为虚构。选一位，就用这个身份来操作。</View>
      {fault === null ? null : <Notice tone="alarm" text={fault} />}
      <Choices
        label="演示身份"
        choices={PERSONAS.map(({ code, name, part, does }) => ({ code, label: `${name} · ${part}`, hint: does }))}
        chosen={PERSONAS.find(({ name }) => name === me?.name)?.code ?? null}
        onChoose={(code) => void become(code)}
      />
    </Stack>
  );
}
