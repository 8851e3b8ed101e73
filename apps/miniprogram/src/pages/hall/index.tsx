import Taro from '@tarojs/taro';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';

/** The claim hall. Claiming needs a login, which this version does not have yet, and it says so. */
export default function HallPage() {
  return (
    <Page>
      <Section title="接单大厅" hint="等党员来认领的单子会排在这里">
        <Notice
          tone="plain"
          text="认领要先登录，这一版还没有开放登录。眼下可以到首页看看墙上的心愿。"
          action={{ label: '去首页看心愿', onPress: () => void Taro.switchTab({ url: '/pages/home/index' }) }}
        />
      </Section>
    </Page>
  );
}
