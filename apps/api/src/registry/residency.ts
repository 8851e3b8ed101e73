export const RELATIONS = ['owner', 'tenant', 'family'] as const;
export type Relation = (typeof RELATIONS)[number];

export const RESIDENCY_STATES = ['requested', 'confirmed', 'refused', 'ended'] as const;
export type ResidencyState = (typeof RESIDENCY_STATES)[number];
