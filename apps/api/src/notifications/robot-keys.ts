import { Injectable } from '@nestjs/common';
import { PersonalData } from '../platform/crypto/personal-data.js';

const CONTEXT = 'robots.key_sealed';

/** Whoever has a robot's key can speak in its group: kept like personal data. */
@Injectable()
export class RobotKeys {
  constructor(private readonly personalData: PersonalData) {}

  seal(key: string): string {
    return this.personalData.seal(key, CONTEXT);
  }

  open(sealed: string): string {
    return this.personalData.open(sealed, CONTEXT);
  }
}
