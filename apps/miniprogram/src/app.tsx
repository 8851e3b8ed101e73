import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { queryClient } from './api-client/query-client.js';
import { ViewModeProvider } from './session/view-mode.js';
import './app.css';

export default function App({ children }: PropsWithChildren) {
  return (
    <QueryClientProvider client={queryClient}>
      <ViewModeProvider>{children}</ViewModeProvider>
    </QueryClientProvider>
  );
}
