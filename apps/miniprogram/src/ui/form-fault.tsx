import { ApiError, sentenceOf } from '../api-client/api-error.js';
import { Notice } from './notice.js';

/** Why a form did not go through. What was typed stays; for some reasons the way on is beside it. */
export function FormFault({ error, onSignIn }: { error: unknown; onSignIn: () => void }) {
  if (error === null || error === undefined) return null;
  if (error instanceof ApiError && error.needsSignIn) {
    return (
      <Notice
        tone="alarm"
        text="登录已过期，请重新登录。您填的内容都还在。"
        action={{ label: '重新登录', onPress: onSignIn }}
      />
    );
  }
  const own = error instanceof ApiError ? error.fields.map(({ message }) => message) : [];
  return <Notice tone="alarm" text={[sentenceOf(error), ...own].join(' ')} />;
}
