import type { PropsWithChildren } from 'react';
import { ViewModeProvider } from './session/view-mode.js';
import './app.css';

export default function App({ children }: PropsWithChildren) {
  return <ViewModeProvider>{children}</ViewModeProvider>;
}
