import { View } from '@tarojs/components';
import { useState } from 'react';
import { isGrave, type FormAction } from '../../orders/action-form.js';
import { BottomBar } from '../../ui/bottom-bar.js';
import { Button } from '../../ui/button.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import './action-bar.css';

interface ActionBarProps {
  primary: FormAction | null;
  others: readonly FormAction[];
  onChoose: (action: FormAction) => void;
}

/** What one may do now, always within reach: the likely thing large, a second beside it, the rest behind "more". */
export function ActionBar({ primary, others, onChoose }: ActionBarProps) {
  const [more, setMore] = useState(false);
  if (primary === null && others.length === 0) return null;
  const few = primary === null ? others.slice(0, 2) : others.slice(0, 1);
  const rest = others.slice(few.length);
  const choose = (action: FormAction) => {
    setMore(false);
    onChoose(action);
  };
  return (
    <>
      <BottomBar>
        {rest.length === 0 ? null : <Button label="更多" onPress={() => setMore(true)} />}
        {few.map((action) => (
          <View key={action.action} className="action-bar__other">
            <Button label={action.label} wide onPress={() => choose(action)} />
          </View>
        ))}
        {primary === null ? null : (
          <View className="action-bar__primary">
            <Button label={primary.label} tone="primary" wide onPress={() => choose(primary)} />
          </View>
        )}
      </BottomBar>
      {more ? (
        <Sheet title="还可以" onClose={() => setMore(false)}>
          <Stack gap={3}>
            {rest.map((action) => (
              <Button
                key={action.action}
                label={action.label}
                tone={isGrave(action.action) ? 'danger' : 'plain'}
                wide
                onPress={() => choose(action)}
              />
            ))}
          </Stack>
        </Sheet>
      ) : null}
    </>
  );
}
