import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '../../orders/open-page.js';
import { ServiceStatus } from '../../service-status/service-status.js';
import { SignInPanel } from '../../session/sign-in-panel.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { endSession, useSession } from '../../session/use-session.js';
import { useViewMode } from '../../session/view-mode.js';
import { Button } from '../../ui/button.js';
import { ConfirmSheet } from '../../ui/confirm-sheet.js';
import { NavRow } from '../../ui/nav-row.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { Stack } from '../../ui/stack.js';
import { ToggleRow } from '../../ui/toggle-row.js';
import { BindPhone } from './bind-phone.js';
import { MyPosts } from './my-posts.js';
import { WhoIAm } from './who-i-am.js';
import './index.css';

const HELPERS: ReadonlySet<string> = new Set(['party_member', 'cadre']);

/** Me: who I am here, what is mine, how this device shows things, and what this software is. */
export default function MePage() {
  const { signedIn, me } = useSession();
  const { mode, choose } = useViewMode();
  return (
    <Page>
      {signedIn ? <WhoIAm /> : <SignInSection />}
      {me === null ? null : (
        <Section title="我的">
          <Stack gap={2}>
            <NavRow icon="clipboard-list" label="我的单子" onPress={open.myOrders} />
            {me.posts.some(({ role }) => HELPERS.has(role)) ? (
              <NavRow icon="hand-heart" label="我接的单" onPress={open.myClaims} />
            ) : null}
            <MyPosts posts={me.posts} />
            <NavRow icon="house" label="住址登记" value={homeState(me.homes)} onPress={open.dwelling} />
            <NavRow icon="bell" label="消息提醒" onPress={open.notifications} />
            <NavRow icon="shield-check" label="隐私与我的数据" onPress={open.privacy} />
          </Stack>
        </Section>
      )}
      {me === null || me.phoneVerified ? null : <BindPhone />}
      <Section title="显示">
        <ToggleRow
          label="长辈版"
          hint="字更大，按钮更大，只改这部手机"
          on={mode === 'elder'}
          onChange={(on) => choose(on ? 'elder' : 'normal')}
        />
      </Section>
      <Section title="关于邻哨">
        <View className="me-facts">
          <Fact name="版本" value={LINSHAO_VERSION} />
          <Fact name="许可" value="Apache-2.0，源代码公开" />
          <View className="me-facts__row">
            <ServiceStatus />
          </View>
        </View>
      </Section>
      {signedIn ? <Leave /> : null}
    </Page>
  );
}

function SignInSection() {
  return (
    <Section title="登录" hint="登录后才能点单、看进展">
      <SignInPanel />
    </Section>
  );
}

function Leave() {
  const [asked, setAsked] = useState(false);
  const [other, setOther] = useState(false);
  return (
    <Stack gap={3}>
      {LINSHAO_DEMO ? <Button label="换个演示身份" icon="repeat" wide onPress={() => setOther(true)} /> : null}
      <Button label="退出登录" icon="log-out" wide onPress={() => setAsked(true)} />
      {other ? <SignInSheet onClose={() => setOther(false)} /> : null}
      {asked ? (
        <ConfirmSheet
          title="退出登录？"
          text="这部手机上就看不到您的单子和消息了，随时可以再登录。"
          confirm="退出登录"
          tone="danger"
          onConfirm={() => {
            setAsked(false);
            void endSession();
          }}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </Stack>
  );
}

function homeState(homes: readonly { state: string }[]): string {
  if (homes.some(({ state }) => state === 'confirmed')) return '已登记';
  return homes.some(({ state }) => state === 'requested') ? '等待核实' : '未登记';
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="me-facts__row">
      <Text>{name}</Text>
      <Text className="me-facts__value">{value}</Text>
    </View>
  );
}
