import { useState } from 'react';
import { View } from '@tarojs/components';
import { api } from '../api-client/api.js';
import { sentenceOf } from '../api-client/api-error.js';
import { insideWechat, wechatCode } from '../platform/login.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { Stack } from '../ui/stack.js';
import { TextBox } from '../ui/text-box.js';
import { PersonaPanel } from './persona-panel.js';
import { startSession } from './use-session.js';
import './sign-in-panel.css';

/** The ways to become somebody here: WeChat's own, in a browser a password, in the demo any of its people. */
export function SignInPanel({ onSignedIn }: { onSignedIn?: () => void }) {
  return (
    <Stack gap={4}>
      {LINSHAO_DEMO ? <PersonaPanel {...(onSignedIn ? { onSignedIn } : {})} /> : null}
      {insideWechat ? <WechatSignIn onSignedIn={onSignedIn} /> : null}
      {!insideWechat && !LINSHAO_DEMO ? <PasswordSignIn onSignedIn={onSignedIn} /> : null}
    </Stack>
  );
}

interface PartProps {
  onSignedIn: (() => void) | undefined;
}

/** One sign-in at a time, and a sentence when it did not work. */
function useSignIn(ask: () => ReturnType<typeof byPassword>, done: (() => void) | undefined) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  async function run(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      await startSession(await ask());
      done?.();
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { busy, fault, run: () => void run() };
}

const byPassword = (userName: string, password: string) =>
  api.post('/api/auth/password', { body: { userName, password } });

function WechatSignIn({ onSignedIn }: PartProps) {
  const { busy, fault, run } = useSignIn(
    async () => api.post('/api/auth/wechat', { body: { code: await wechatCode() } }),
    onSignedIn,
  );
  return (
    <Stack gap={3}>
      <Button label="微信一键登录" tone="primary" icon="log-in" wide busy={busy} onPress={run} />
      <View className="sign-in-panel__note">只用来认出是您，不会取您的好友和聊天。</View>
      {fault === null ? null : <Notice tone="alarm" text={fault} />}
    </Stack>
  );
}

function PasswordSignIn({ onSignedIn }: PartProps) {
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, fault, run } = useSignIn(() => byPassword(userName.trim(), password), onSignedIn);
  return (
    <Stack gap={3}>
      <View className="sign-in-panel__note">居民请在微信里打开“邻哨”小程序；工作人员可用用户名登录。</View>
      <Field label="用户名">
        <TextBox label="用户名" value={userName} max={100} onChange={setUserName} />
      </Field>
      <Field label="密码">
        <TextBox label="密码" value={password} max={256} secret onChange={setPassword} />
      </Field>
      {fault === null ? null : <Notice tone="alarm" text={fault} />}
      <Button
        label="登录"
        tone="primary"
        wide
        busy={busy}
        disabled={userName.trim() === '' || password === ''}
        onPress={run}
      />
    </Stack>
  );
}
