import { Pressable } from './pressable.js';
import './action-button.css';

interface ActionButtonProps {
  label: string;
  onPress: () => void;
}

/** The ordinary button: one clear thing to do. */
export function ActionButton({ label, onPress }: ActionButtonProps) {
  return (
    <Pressable kind="button" className="action-button" onPress={onPress}>
      {label}
    </Pressable>
  );
}
