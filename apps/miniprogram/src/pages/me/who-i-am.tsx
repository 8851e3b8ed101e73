import { View } from '@tarojs/components';
import { useSession } from '../../session/use-session.js';
import { Card } from '../../ui/card.js';
import { Choices } from '../../ui/choices.js';
import { Icon } from '../../ui/icon.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/skeleton.js';

/** My name, how I am known, and which of my posts I work by now. */
export function WhoIAm() {
  const { me, post, choosePost } = useSession();
  if (me === null) return <Skeleton />;
  return (
    <>
      <Card>
        <View className="who-i-am">
          <View className="who-i-am__mark">
            <Icon name="user" size="large" />
          </View>
          <View className="who-i-am__words">
            <View className="who-i-am__name">{me.name}</View>
            <View className="who-i-am__more">
              {[me.phone, post?.name ?? '居民'].filter((part) => part !== null).join(' · ')}
            </View>
          </View>
        </View>
      </Card>
      {me.posts.length < 2 ? null : (
        <Section title="当前岗位" hint="您有几个岗位，选一个来办事">
          <Choices
            label="当前岗位"
            choices={me.posts.map(({ id, name, roleName }) => ({ code: id, label: name, hint: roleName }))}
            chosen={post?.id ?? null}
            onChoose={choosePost}
          />
        </Section>
      )}
    </>
  );
}
