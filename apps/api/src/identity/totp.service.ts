import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import { Clock } from '../platform/clock/clock.js';
import { PersonalData } from '../platform/crypto/personal-data.js';
import { Problem } from '../platform/http/problem.js';
import type { RecoveryCodesDto, TotpSecretDto } from './password.dto.js';
import type { PasswordAccount } from './passwords.repository.js';
import { TotpRepository } from './totp.repository.js';

const CONTEXT = 'passwords.totp_sealed';
const RECOVERY_CODES = 10;
/** Seconds a person's clock may be off, either way. */
const TOLERANCE = 30;

/** Time-based one-time codes (RFC 6238) as a second factor, with recovery codes for a lost phone. */
@Injectable()
export class TotpService {
  constructor(
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
    private readonly repository: TotpRepository,
  ) {}

  /** A new secret for the person's authenticator app; it counts once they have confirmed it with a code. */
  async propose(cityId: number, { personId, userName }: PasswordAccount): Promise<TotpSecretDto> {
    const secret = generateSecret();
    const kept = await this.repository.propose(cityId, personId, this.personalData.seal(secret, CONTEXT));
    if (kept === 0) throw new Problem(409, 'auth.totp_active', '两步验证已经开启，更换前请先关闭');
    return { secret, uri: generateURI({ issuer: '邻哨', label: userName, secret }) };
  }

  async confirm(cityId: number, personId: string, code: string): Promise<RecoveryCodesDto> {
    const sealed = await this.repository.proposed(cityId, personId);
    if (!sealed) throw new Problem(409, 'auth.totp_not_proposed', '请先申请开启两步验证');
    const step = await this.stepOf(sealed, code);
    if (step === null) throw new Problem(422, 'auth.totp_wrong', '验证码不对，请核对手机时间后重试');
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () =>
      randomBytes(10)
        .toString('hex')
        .replace(/(.{5})(?=.)/g, '$1-'),
    );
    const confirmed = await this.repository.confirm(cityId, personId, step, recoveryCodes.map(hashOf));
    if (confirmed === 0) throw new Problem(409, 'auth.totp_active', '两步验证已经开启');
    return { recoveryCodes };
  }

  /** Accepts a code of the app, or a recovery code, each at most once. */
  async accepts(cityId: number, personId: string, sealed: string, code: string): Promise<boolean> {
    const step = await this.stepOf(sealed, code);
    if (step !== null) return (await this.repository.useStep(cityId, personId, step)) === 1;
    return (await this.repository.useRecovery(cityId, personId, hashOf(code))) === 1;
  }

  remove(cityId: number, personId: string): Promise<void> {
    return this.repository.remove(cityId, personId);
  }

  private async stepOf(sealed: string, code: string): Promise<number | null> {
    if (!/^\d{6}$/.test(code)) return null;
    const secret = this.personalData.open(sealed, CONTEXT);
    const epoch = Math.floor(this.clock.now().getTime() / 1000);
    const result = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE });
    return result.valid && 'timeStep' in result ? result.timeStep : null;
  }
}

// 80 random bits need no slow hash.
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^0-9a-f]/g, ''))
    .digest('base64url');
