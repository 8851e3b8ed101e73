import { REGISTRARS } from '@linshao/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { RevealedPersonDto } from '../identity/reveal.service.js';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import {
  ConfirmResidencyDto,
  RefuseResidencyDto,
  RequestResidencyDto,
  type ResidencyDto,
  ResidencyListQueryDto,
  type ResidencyPageDto,
  RevealApplicantDto,
} from './residencies.dto.js';
import { ResidenciesService } from './residencies.service.js';
import { ResidencyDecisionsService } from './residency-decisions.service.js';

@Controller('residencies')
@SignedIn()
export class ResidenciesController {
  constructor(
    private readonly residencies: ResidenciesService,
    private readonly decisions: ResidencyDecisionsService,
  ) {}

  /** Asks to be registered as living somewhere. Asking twice is one request. */
  @Post()
  request(@CurrentCaller() caller: Caller, @Body() input: RequestResidencyDto): Promise<ResidencyDto> {
    return this.residencies.request(caller, input);
  }

  /** Registrations in the caller's areas, newest first. */
  @Get()
  @HasPost(...REGISTRARS)
  list(@CurrentCaller() caller: Caller, @Query() query: ResidencyListQueryDto): Promise<ResidencyPageDto> {
    return this.residencies.list(caller, query);
  }

  @Get(':id')
  show(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<ResidencyDto> {
    return this.residencies.show(caller, id);
  }

  /** Confirms that the person lives there; from then on they belong to the area. */
  @Post(':id/confirm')
  @HttpCode(200)
  @HasPost(...REGISTRARS)
  confirm(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { dwellingId }: ConfirmResidencyDto,
  ): Promise<ResidencyDto> {
    return this.decisions.confirm(caller, id, dwellingId);
  }

  /** Refuses a request, with a reason for the resident. */
  @Post(':id/refuse')
  @HttpCode(200)
  @HasPost(...REGISTRARS)
  refuse(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: RefuseResidencyDto,
  ): Promise<ResidencyDto> {
    return this.decisions.refuse(caller, id, reason);
  }

  /** Takes a request back, or ends a registration after moving away. */
  @Post(':id/end')
  @HttpCode(200)
  end(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<ResidencyDto> {
    return this.decisions.end(caller, id);
  }

  /** Shows the applicant's numbers to the worker who has to decide; the look is recorded with its purpose. */
  @Post(':id/reveal')
  @HttpCode(200)
  @HasPost(...REGISTRARS)
  reveal(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: RevealApplicantDto,
  ): Promise<RevealedPersonDto> {
    return this.residencies.reveal(caller, id, input);
  }
}
