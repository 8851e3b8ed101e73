import { Injectable } from '@nestjs/common';

/**
 * The one place where the process asks what time it is; tests put another one in. The database's clock judges deadlines, so the
 * application runs by its time too (`ClockSync`): when a promise begins, when an act came, who is on duty now.
 */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
