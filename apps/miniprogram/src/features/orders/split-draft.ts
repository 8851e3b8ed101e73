/** Whom a share of an order goes to. */
export interface Receiver {
  readonly type: 'person' | 'unit';
  readonly id: string;
  readonly name: string;
}

/** One child task while it is written. */
export interface TaskDraft {
  readonly title: string;
  readonly description: string;
  readonly to: Receiver | null;
}

export interface SplitDraft {
  /** Takes the order itself and answers for the whole. */
  readonly lead: Receiver | null;
  readonly tasks: readonly TaskDraft[];
}

const EMPTY_TASK: TaskDraft = { title: '', description: '', to: null };
export const EMPTY_SPLIT: SplitDraft = { lead: null, tasks: [EMPTY_TASK] };

/** The lead is one of the ten an order can be shared among. */
const MOST_TASKS = 9;
const FEWEST_CHARACTERS = 2;

export const mayAdd = ({ tasks }: SplitDraft): boolean => tasks.length < MOST_TASKS;
export const withTask = (draft: SplitDraft): SplitDraft => ({ ...draft, tasks: [...draft.tasks, EMPTY_TASK] });
export const withoutTask = (draft: SplitDraft, at: number): SplitDraft => ({
  ...draft,
  tasks: draft.tasks.filter((_, index) => index !== at),
});
export const changed = (draft: SplitDraft, at: number, part: Partial<TaskDraft>): SplitDraft => ({
  ...draft,
  tasks: draft.tasks.map((task, index) => (index === at ? { ...task, ...part } : task)),
});

interface TaskFaults {
  readonly title: string | undefined;
  readonly to: string | undefined;
}

/** What is missing, beside the field it is missing from. */
export function splitFaults({ lead, tasks }: SplitDraft): { lead: string | undefined; tasks: readonly TaskFaults[] } {
  return {
    lead: lead === null ? '请选谁来牵头。' : undefined,
    tasks: tasks.map(({ title, to }) => ({
      title: [...title.trim()].length < FEWEST_CHARACTERS ? '请写清楚这一件要做什么，至少两个字。' : undefined,
      to: to === null ? '请选谁来办这一件。' : undefined,
    })),
  };
}

/** What the API takes: the lead's share first, under the order's own title; null while something is missing. */
export function splitBody({ lead, tasks }: SplitDraft, title: string): { tasks: readonly object[] } | null {
  const children = tasks.map((task) =>
    task.to === null || [...task.title.trim()].length < FEWEST_CHARACTERS
      ? null
      : { to: addressOf(task.to), title: task.title.trim(), description: task.description.trim() },
  );
  if (lead === null || children.length === 0) return null;
  const complete = children.filter((child) => child !== null);
  if (complete.length < children.length) return null;
  return { tasks: [{ to: addressOf(lead), title, description: '' }, ...complete] };
}

/** A receiver as the API takes it. */
export const addressOf = ({ type, id }: Receiver) => (type === 'person' ? { personId: id } : { unitId: id });
