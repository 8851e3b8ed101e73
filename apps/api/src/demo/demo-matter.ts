import {
  cancelDeadline,
  type Actor,
  type CommunityData,
  currentStep,
  decideMatter,
  fulfilDeadline,
  type Matter,
  type MatterEvent,
  type MatterTemplate,
  type NewDeadline,
  pauseDeadline,
  resumeDeadline,
  type ScriptedMatter,
  startDeadline,
  type StepClock,
  submitMatter,
  type WorkCalendar,
} from '@linshao/domain';
import { v7 as uuidv7 } from 'uuid';
import { startOfStep } from '../matters/step-clock.js';
import type { DemoIds } from './demo-society.service.js';
import { found } from './fuqiang.js';

const HOUR = 3_600_000;

/** The promise of a step; the last one is that of the step the matter stands at. */
export interface DemoStepClock {
  readonly id: string;
  deadline: NewDeadline;
}

/** Something that happened, and the clock that began with it. */
export interface DemoMatterEvent extends MatterEvent {
  readonly id: string;
  readonly version: number;
  readonly deadlineId: string | null;
  readonly at: Date;
}

/** Whom and where a script means. */
export interface DemoPlaces {
  readonly fuqiang: CommunityData;
  readonly ids: DemoIds;
  readonly calendar: WorkCalendar;
  readonly loadedAt: Date;
}

/** One livelihood matter of the demo's past, replayed through the rules as the service would have done it then. */
export class DemoMatter {
  readonly startedAt: Date;
  readonly template: MatterTemplate;
  readonly events: DemoMatterEvent[] = [];
  readonly clocks: DemoStepClock[] = [];
  private state: Matter;

  constructor(
    readonly script: ScriptedMatter,
    private readonly places: DemoPlaces,
  ) {
    const { playbook, paths } = places.fuqiang;
    const { key, area, by, applicant, hoursAgo, moves } = script;
    this.startedAt = this.when(hoursAgo);
    this.template = found(
      playbook.matterTemplates?.find(({ code }) => code === script.template),
      script.template,
    );
    const application = {
      areaPath: found(paths.get(area), area),
      ...(applicant !== undefined && { applicantId: this.person(applicant) }),
    };
    const creation = submitMatter(application, this.template, this.actor(by), this.startedAt);
    if (!creation.ok) throw new Error(`${key}: ${creation.code}`);
    const { matter, event } = creation.value;
    this.state = { ...matter, id: this.idAt(this.startedAt) };
    this.keep(event, this.begin(this.startedAt), this.startedAt);
    for (const move of moves) this.move(move);
  }

  get matter(): Matter {
    return this.state;
  }

  private move({ hoursAgo, by, action, words }: ScriptedMatter['moves'][number]): void {
    const at = this.when(hoursAgo);
    const decision = decideMatter(this.state, { action, words }, this.actor(by), { now: at });
    if (!decision.ok) throw new Error(`${this.script.key} ${action}: ${decision.code}`);
    const { patch, event, clock } = decision.value;
    this.state = { ...this.state, ...patch };
    this.keep(event, this.moveClock(clock, at), at);
  }

  private moveClock(clock: StepClock, at: Date): string | null {
    const last = found(this.clocks.at(-1), `clock of ${this.script.key}`);
    switch (clock.type) {
      case 'pause':
        last.deadline = pauseDeadline(last.deadline, at);
        return null;
      case 'resume':
        last.deadline = resumeDeadline(last.deadline, at, this.places.calendar);
        return null;
      case 'end':
        last.deadline = clock.how === 'met' ? fulfilDeadline(last.deadline, at) : cancelDeadline(last.deadline, at);
        return null;
      case 'next':
        last.deadline = fulfilDeadline(last.deadline, at);
        return this.begin(at);
    }
  }

  private begin(at: Date): string {
    const { id, areaPath } = this.state;
    const { limit, kind, remindAt = [] } = startOfStep(id, areaPath, currentStep(this.state), at, []);
    const clock = {
      id: this.idAt(at),
      deadline: startDeadline(limit, at, this.places.calendar, { kind, reminders: remindAt }),
    };
    this.clocks.push(clock);
    return clock.id;
  }

  private keep(event: MatterEvent, deadlineId: string | null, at: Date): void {
    this.events.push({ ...event, id: this.idAt(at), version: this.state.version, deadlineId, at });
  }

  private actor(key: string): Actor {
    return { type: 'person', personId: this.person(key), posts: this.places.ids.posts.get(key) ?? [] };
  }

  private person(key: string): string {
    return found(this.places.ids.person.get(key), `person ${key}`);
  }

  private idAt(at: Date): string {
    return uuidv7({ msecs: at.getTime() });
  }

  private when(hoursAgo: number): Date {
    return new Date(this.places.loadedAt.getTime() - hoursAgo * HOUR);
  }
}
