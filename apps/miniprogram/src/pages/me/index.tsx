import { Text, View } from '@tarojs/components';
import { fetchReady } from '../../api-client/health.js';
import { useLoad } from '../../api-client/use-load.js';
import { ServiceStatus } from '../../features/service-status/service-status.js';
import { useViewMode } from '../../session/view-mode.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { ToggleRow } from '../../ui/toggle-row.js';
import './index.css';

/** Me: how this device shows things, and what this software is. */
export default function MePage() {
  const { mode, choose } = useViewMode();
  const [health] = useLoad(fetchReady);
  return (
    <Page>
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
            <ServiceStatus health={health} />
          </View>
        </View>
      </Section>
    </Page>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="me-facts__row">
      <Text>{name}</Text>
      <Text className="me-facts__value">{value}</Text>
    </View>
  );
}
