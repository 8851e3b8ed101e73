import { View } from '@tarojs/components';
import { sentenceOf } from '../../api-client/api-error.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useColleagues } from './duty-queries.js';

interface ColleagueFieldProps {
  shiftId: string;
  label: string;
  chosen: string | null;
  onChoose: (id: string, name: string) => void;
  fault?: string | undefined;
}

/** One of those who take turns anyway; who is on another shift then is named, so that nobody looks for them in vain. */
export function ColleagueField({ shiftId, label, chosen, onChoose, fault }: ColleagueFieldProps) {
  const { data, error, refetch } = useColleagues(shiftId);
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  const free = data.items.filter(({ busy }) => !busy);
  const busy = data.items.filter((each) => each.busy).map(({ name }) => name);
  return (
    <Field label={label} fault={fault}>
      {free.length === 0 ? (
        <Notice tone="plain" text="这段时间没有空着的同志，请找派单员或书记商量。" />
      ) : (
        <Choices
          label={label}
          choices={free.map(({ id, name }) => ({ code: id, label: name }))}
          chosen={chosen}
          onChoose={(id) => onChoose(id, free.find((each) => each.id === id)?.name ?? '')}
        />
      )}
      {busy.length === 0 ? null : <View className="shift-card__more">{`${busy.join('、')}这段时间有别的班。`}</View>}
    </Field>
  );
}
