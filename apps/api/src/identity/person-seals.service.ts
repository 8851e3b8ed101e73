import { Injectable } from '@nestjs/common';
import { PersonalData } from '../platform/crypto/personal-data.js';

const CONTEXT = { phone: 'persons.phone_sealed', idNumber: 'persons.id_number_sealed' } as const;

export interface Sealed {
  readonly sealed: string;
  /** For exact look-up; the same text always gives the same value. */
  readonly lookup: string;
}

/** How a person's phone and ID number are kept: encrypted, with a keyed digest to find them by. */
@Injectable()
export class PersonSeals {
  constructor(private readonly personalData: PersonalData) {}

  seal(field: keyof typeof CONTEXT, text: string): Sealed {
    return { sealed: this.personalData.seal(text, CONTEXT[field]), lookup: this.lookup(field, text) };
  }

  /** Null stays null. */
  open(field: keyof typeof CONTEXT, sealed: string | null): string | null {
    return sealed === null ? null : this.personalData.open(sealed, CONTEXT[field]);
  }

  lookup(field: keyof typeof CONTEXT, text: string): string {
    return this.personalData.lookup(text, CONTEXT[field]);
  }
}
