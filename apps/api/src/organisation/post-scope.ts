import type { AreaPath, PostScope } from '@linshao/domain';

export function postScope(type: PostScope['type'], id: string, areaPath: AreaPath): PostScope {
  switch (type) {
    case 'area':
      return { type, areaId: id, areaPath };
    case 'unit':
      return { type, unitId: id, areaPath };
    case 'party':
      return { type, partyOrganisationId: id, areaPath };
  }
}
