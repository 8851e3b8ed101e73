import type { PropsWithChildren } from 'react';
import { Notice } from '../ui/notice.js';
import { Section } from '../ui/section.js';
import { SignInPanel } from './sign-in-panel.js';
import { useSession } from './use-session.js';

/** What belongs to a person; without one, the ways to sign in and why that is needed. */
export function SignedInOnly({ why, children }: PropsWithChildren<{ why: string }>) {
  const { signedIn } = useSession();
  if (signedIn) return children;
  return (
    <Section title="请先登录">
      <Notice tone="plain" text={why} />
      <SignInPanel />
    </Section>
  );
}
