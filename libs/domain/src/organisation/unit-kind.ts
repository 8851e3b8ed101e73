/** Kinds of units 单位 that answer orders, link up with a community or send cadres to report in. */
export const UNIT_KINDS = {
  department: '职能部门',
  employer: '机关企事业单位',
  property_company: '物业企业',
  owners_committee: '业主委员会',
  shop: '商铺',
  social_organisation: '社会组织',
} as const;

export type UnitKind = keyof typeof UNIT_KINDS;
