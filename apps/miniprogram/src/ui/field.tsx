import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { role } from './a11y.js';
import './field.css';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  /** What is wrong with it, said beside it. */
  fault?: string | undefined;
  optional?: boolean;
}

/** One question of a form, with what was wrong about the answer. */
export function Field({ label, hint, fault, optional = false, children }: PropsWithChildren<FieldProps>) {
  return (
    <View className={fault === undefined ? 'field' : 'field field--faulty'}>
      <View className="field__label">
        <Text>{label}</Text>
        {optional ? <Text className="field__optional">（可不填）</Text> : null}
      </View>
      {hint === undefined ? null : <View className="field__hint">{hint}</View>}
      {children}
      {fault === undefined ? null : (
        <View className="field__fault" {...role('alert')}>
          {fault}
        </View>
      )}
    </View>
  );
}
