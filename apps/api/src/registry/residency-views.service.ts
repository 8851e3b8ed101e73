import { Injectable } from '@nestjs/common';
import { PersonalData } from '../platform/crypto/personal-data.js';
import { AddressesService } from './addresses.service.js';
import type { ResidencyDto } from './residencies.dto.js';
import type { ResidencyRow } from './residencies.repository.js';

const CONTEXT = 'residencies.address_sealed';

/** Registrations in words. An address as a person told it is kept sealed: it may name more than a door. */
@Injectable()
export class ResidencyViews {
  constructor(
    private readonly addresses: AddressesService,
    private readonly personalData: PersonalData,
  ) {}

  seal(address: string): string {
    return this.personalData.seal(address, CONTEXT);
  }

  told({ addressSealed }: ResidencyRow): string | null {
    return addressSealed === null ? null : this.personalData.open(addressSealed, CONTEXT);
  }

  async of(cityId: number, rows: readonly ResidencyRow[]): Promise<ResidencyDto[]> {
    const address = await this.addresses.of(
      cityId,
      rows.map(({ areaPath }) => areaPath),
    );
    return rows.map((row) => {
      const { room, addressSealed: _, ...plain } = row;
      return { ...plain, address: address(row.areaPath, room ?? this.told(row) ?? '') };
    });
  }
}
