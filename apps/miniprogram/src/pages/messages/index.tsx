import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';

/** The inbox. Messages belong to a person, and this version knows no persons yet. */
export default function MessagesPage() {
  return (
    <Page>
      <Section title="消息" hint="回复、催办和办结的通知都会送到这里">
        <Notice tone="plain" text="登录后才有自己的消息，这一版还没有开放登录。" />
      </Section>
    </Page>
  );
}
