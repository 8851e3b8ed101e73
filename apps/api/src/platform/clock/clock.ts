import { Global, Injectable, Module } from '@nestjs/common';

/** The one place where the process asks what time it is; tests put another one in. The database's clock judges deadlines. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}
