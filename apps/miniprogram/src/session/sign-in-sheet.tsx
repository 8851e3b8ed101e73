import { Sheet } from '../ui/sheet.js';
import { SignInPanel } from './sign-in-panel.js';

/** Signing in without leaving the page, so that a half-filled form stays as it is. */
export function SignInSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="登录" onClose={onClose}>
      <SignInPanel onSignedIn={onClose} />
    </Sheet>
  );
}
