/** Levels of the party-organisation tree 党组织, from the sub-district's committee down to a household. */
export const PARTY_LEVEL_CODES = [
  'work_committee',
  'committee',
  'general_branch',
  'branch',
  'group',
  'household',
] as const;

export type PartyLevel = (typeof PARTY_LEVEL_CODES)[number];

export interface PartyLevelRule {
  readonly name: string;
  readonly contains: readonly PartyLevel[];
}

/**
 * 党工委 › 党委 › 总支 or 支部 › 党小组 › 中心户. By the Party constitution (art. 30) size decides between committee, general
 * branch and branch, so a small community has a branch directly below the work committee.
 */
export const PARTY_LEVELS: Readonly<Record<PartyLevel, PartyLevelRule>> = {
  work_committee: { name: '党工委', contains: ['committee', 'general_branch', 'branch'] },
  committee: { name: '党委', contains: ['general_branch', 'branch'] },
  general_branch: { name: '党总支', contains: ['branch'] },
  branch: { name: '党支部', contains: ['group', 'household'] },
  group: { name: '党小组', contains: ['household'] },
  household: { name: '党员中心户', contains: [] },
};

export const mayContainParty = (parent: PartyLevel, child: PartyLevel): boolean =>
  PARTY_LEVELS[parent].contains.includes(child);
