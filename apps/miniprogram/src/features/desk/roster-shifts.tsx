import { useState } from 'react';
import { sentenceOf } from '../../api-client/api-error.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Notice } from '../../ui/notice.js';
import { PagedList } from '../../ui/paged-list.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useMyShifts, useRosters, useRosterShifts, type Shift } from './duty-queries.js';
import { mayKeep } from './roster-posts.js';
import { ShiftCard } from './shift-card.js';
import { SubstituteSheet } from './substitute-sheet.js';

interface Known {
  readonly id: string;
  readonly name: string;
  /** Null: a roster I take turns on without an office in its area. */
  readonly areaPath: string | null;
}

/** Everybody's turns on the rosters I belong to; whoever keeps one says who stands in. */
export function RosterShifts() {
  const mine = useMyShifts();
  const rosters = useRosters();
  const [chosen, setChosen] = useState<string | null>(null);
  const own = mine.data?.pages[0]?.items[0]?.rosterId ?? null;
  const listed: readonly Known[] = rosters.data?.items ?? [];
  const known = own === null || listed.some(({ id }) => id === own) ? listed : [{ ...MINE, id: own }, ...listed];
  const shown = known.find(({ id }) => id === (chosen ?? own)) ?? known[0];
  if (mine.isLoading || rosters.isLoading) return <Skeleton />;
  const error = mine.error ?? rosters.error;
  if (shown === undefined) {
    if (error === null) return <Notice tone="plain" text="您还不在任何值班表上。" />;
    const retry = () => void Promise.all([mine.refetch(), rosters.isEnabled ? rosters.refetch() : null]);
    return <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: retry }} />;
  }
  return (
    <>
      {known.length < 2 ? null : (
        <Choices
          label="哪张值班表"
          choices={known.map(({ id, name }) => ({ code: id, label: name }))}
          chosen={shown.id}
          onChoose={setChosen}
        />
      )}
      <Turns key={shown.id} roster={shown} />
    </>
  );
}

const MINE = { name: '我的值班表', areaPath: null };

function Turns({ roster }: { roster: Known }) {
  const { me } = useSession();
  const query = useRosterShifts(roster.id);
  const [replacing, setReplacing] = useState<Shift | null>(null);
  const keeper = me !== null && roster.areaPath !== null && mayKeep(me.posts, roster.areaPath);
  return (
    <>
      <PagedList
        query={query}
        keyOf={({ id }) => id}
        render={(shift) => (
          <ShiftCard shift={shift} mine={false}>
            {keeper ? <Button label="安排替班" icon="users" onPress={() => setReplacing(shift)} /> : null}
          </ShiftCard>
        )}
        empty={{ text: '这张值班表还没有排班。' }}
        more="看以后的"
      />
      {replacing === null ? null : <SubstituteSheet shift={replacing} onClose={() => setReplacing(null)} />}
    </>
  );
}
