import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

interface SendOnce<Input> {
  readonly send: (input: Input) => void;
  readonly busy: boolean;
  /** Why the last try failed; null otherwise. */
  readonly error: Error | null;
  /** The error no longer concerns what stands in the form. */
  readonly forget: () => void;
}

/** A mutation that ignores the second of two taps: that one comes before the screen has been drawn anew. */
export function useSendOnce<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  { onDone, onEnd }: { onDone?: (answer: Answer) => void; onEnd?: () => void },
): SendOnce<Input> {
  const sending = useRef(false);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: run,
    onSuccess: (answer: Answer) => onDone?.(answer),
    onSettled: () => {
      sending.current = false;
      onEnd?.();
    },
  });
  const send = (input: Input) => {
    if (sending.current) return;
    sending.current = true;
    mutate(input);
  };
  return { send, busy: isPending, error, forget: reset };
}
