/** A dwelling a person lives in, or has asked to be registered at, as they see it themselves. */
export class HomeDto {
  /** Of the registration (residency). */
  id: string;
  state: 'requested' | 'confirmed' | 'refused' | 'ended';
  relation: 'owner' | 'tenant' | 'family';
  /** Area names from the community down, and the room. */
  address: string;
  areaId: string;
  areaPath: string;
}
