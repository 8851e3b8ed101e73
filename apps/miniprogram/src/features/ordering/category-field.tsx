import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { Section } from '../../ui/section.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import type { Leaf } from './guess-category.js';

interface CategoryFieldProps {
  leaves: readonly Leaf[];
  /** What the words sound like, the likeliest first. */
  guesses: readonly Leaf[];
  chosen: Leaf | null;
  /** The person chose it; otherwise it is our guess and may change with the words. */
  fixed: boolean;
  onChoose: (code: string) => void;
  fault: string | undefined;
}

const OFFERED = 3;

/** The category, guessed from the words; a tap changes it, and all of them are one more tap away. */
export function CategoryField({ leaves, guesses, chosen, fixed, onChoose, fault }: CategoryFieldProps) {
  const [all, setAll] = useState(false);
  const near = guesses.slice(0, OFFERED);
  const offered = (chosen === null || near.includes(chosen) ? near : [chosen, ...near]).slice(0, OFFERED);
  const hint =
    chosen === null ? '先写上面一句话，我们来猜；也可以自己选。' : fixed ? undefined : '按您写的话猜的，不对就换一个。';
  return (
    <Field label="类别" hint={hint} fault={fault}>
      <Stack gap={2}>
        {offered.length === 0 ? null : (
          <Choices
            label="类别"
            choices={offered.map(({ code, name, above }) => ({ code, label: name, hint: above.join(' › ') }))}
            chosen={chosen?.code ?? null}
            onChoose={onChoose}
          />
        )}
        <Button label={offered.length === 0 ? '选一个类别' : '换其他类别'} wide onPress={() => setAll(true)} />
      </Stack>
      {all ? (
        <AllCategories
          leaves={leaves}
          chosen={chosen}
          onChoose={(code) => {
            setAll(false);
            onChoose(code);
          }}
          onClose={() => setAll(false)}
        />
      ) : null}
    </Field>
  );
}

function AllCategories({
  leaves,
  chosen,
  onChoose,
  onClose,
}: Pick<CategoryFieldProps, 'leaves' | 'chosen' | 'onChoose'> & { onClose: () => void }) {
  const groups = [...new Set(leaves.map(({ above }) => above[0] ?? ''))];
  return (
    <Sheet title="选一个类别" onClose={onClose}>
      <Stack gap={4}>
        {groups.map((group) => (
          <View key={group}>
            <Section title={group}>
              <Choices
                label={group}
                choices={leaves
                  .filter(({ above }) => (above[0] ?? '') === group)
                  .map(({ code, name, above }) => {
                    const between = above.slice(1).join(' › ');
                    return { code, label: name, ...(between === '' ? {} : { hint: between }) };
                  })}
                chosen={chosen?.code ?? null}
                onChoose={onChoose}
              />
            </Section>
          </View>
        ))}
      </Stack>
    </Sheet>
  );
}
