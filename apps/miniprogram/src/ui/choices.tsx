import { Text, View } from '@tarojs/components';
import { Icon } from './icon.js';
import { Pressable } from './pressable.js';
import './choices.css';

interface ChoicesProps<Code extends string> {
  label: string;
  choices: readonly { readonly code: Code; readonly label: string; readonly hint?: string }[];
  chosen: Code | null;
  onChoose: (code: Code) => void;
  /** Beside each other, from four on in pairs: for a few short words. */
  row?: boolean;
}

/** One of a few. */
export function Choices<Code extends string>({ label, choices, chosen, onChoose, row = false }: ChoicesProps<Code>) {
  const roles = process.env.TARO_ENV === 'weapp' ? { 'aria-role': 'radiogroup' } : { role: 'radiogroup' };
  return (
    <View className={['choices', ...(row ? [inRow(choices.length)] : [])].join(' ')} aria-label={label} {...roles}>
      {choices.map((choice) => (
        <Pressable
          key={choice.code}
          kind="radio"
          checked={choice.code === chosen}
          className={choice.code === chosen ? 'choices__one choices__one--chosen' : 'choices__one'}
          onPress={() => onChoose(choice.code)}
        >
          <View className="choices__inside">
            <View className="choices__words">
              <Text>{choice.label}</Text>
              {choice.hint === undefined ? null : <View className="choices__hint">{choice.hint}</View>}
            </View>
            {choice.code === chosen ? <Icon name="check" /> : null}
          </View>
        </Pressable>
      ))}
    </View>
  );
}

const MOST_IN_A_ROW = 3;
const inRow = (count: number): string => (count > MOST_IN_A_ROW ? 'choices--pairs' : 'choices--row');
