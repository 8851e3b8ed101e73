import { Body, Controller, Get, Put } from '@nestjs/common';
import { CurrentCaller, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { PreferencesView, SetPreferences } from './preferences.dto.js';
import { PreferencesService } from './preferences.service.js';

@Controller('me/notification-preferences')
@SignedIn()
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  /** What the caller wants to be told, by group and channel, and their quiet hours. */
  @Get()
  get(@CurrentCaller() caller: Caller): Promise<PreferencesView> {
    return this.preferences.get(caller);
  }

  /** Replaces them. What a promise depends on is told in any case to who was given an order or answers for the desk. */
  @Put()
  set(@CurrentCaller() caller: Caller, @Body() input: SetPreferences): Promise<PreferencesView> {
    return this.preferences.set(caller, input);
  }
}
