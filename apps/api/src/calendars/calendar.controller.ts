import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { CalendarDto, ChangeCalendarDto, SetCalendarDayDto } from './calendar.dto.js';
import { CalendarAdminService } from './calendar-admin.service.js';

/** The city's working calendar 工作日历. Administrators of the city change it. */
@Controller('calendar')
@HasPost('administrator')
export class CalendarController {
  constructor(private readonly calendars: CalendarAdminService) {}

  @Get()
  @HasPost('administrator', 'secretary', 'supervisor')
  show(@CurrentCaller() { cityId }: Caller): Promise<CalendarDto> {
    return this.calendars.show(cityId);
  }

  /** The whole calendar at once. Provisional deadlines are planned anew, others stay. */
  @Put()
  change(@CurrentCaller() caller: Caller, @Body() input: ChangeCalendarDto): Promise<CalendarDto> {
    return this.calendars.change(caller, input);
  }

  /** What one day is, above the official table. */
  @Put('days/:date')
  putDay(
    @CurrentCaller() caller: Caller,
    @Param('date') date: string,
    @Body() input: SetCalendarDayDto,
  ): Promise<CalendarDto> {
    return this.calendars.putDay(caller, date, input);
  }

  /** The day is what the official table says again. */
  @Delete('days/:date')
  removeDay(@CurrentCaller() caller: Caller, @Param('date') date: string): Promise<CalendarDto> {
    return this.calendars.removeDay(caller, date);
  }

  /** The year's days off have all been entered: its working days are no longer provisional. */
  @Post('years/:year/announce')
  @HttpCode(200)
  announce(@CurrentCaller() caller: Caller, @Param('year') year: string): Promise<CalendarDto> {
    return this.calendars.announce(caller, year);
  }
}
