/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { covers } from '../identity/area-path.js';
import { isValidIdNumber } from '../identity/id-number.js';
import { isValidPhone } from '../identity/phone.js';
import { categoryPath, isLeaf, policyFor, type Category } from '../orders/category.js';
import { isAreaLevel, mayContain } from '../organisation/area-level.js';
import { isAreaCode } from '../organisation/area-path.js';
import { gridSizeWarning } from '../organisation/grid-size.js';
import { mayContainParty } from '../organisation/party-level.js';
import { isGcj02 } from '../organisation/point.js';
import { containsPoint, overlap, polygonProblem } from '../organisation/polygon.js';
import { UNIT_KINDS } from '../organisation/unit-kind.js';
import { validatePlaybook } from '../playbook/validate-playbook.js';
import { readCommunity } from './read-community.js';

const community = readCommunity((file) => readFileSync(join(__dirname, '../../playbooks/fuqiang', file), 'utf8'));
const { areas, units, partyOrganisations, people, volunteerPosts, stories, playbook, paths } = community;
const area = (code: string) => areas.find((each) => each.code === code);
const repeated = <T>(values: readonly T[]): T[] => values.filter((value, index) => values.indexOf(value) !== index);

const PERSONAS = [
  'resident',
  'resident2',
  'member',
  'member2',
  'cadre',
  'duty',
  'dispatcher',
  'secretary',
  'supervisor',
  'admin',
  'duty2',
  'grid1',
  'unit',
];

describe('the Fuqiang playbook', () => {
  it('is valid and stands in the real community', () => {
    expect(validatePlaybook(playbook)).toEqual([]);
    expect(paths.get(playbook.community)).toBe('320400/320402/320402003/320402003012');
  });

  it('promises what the field promises: danger to life in 2 hours, utilities in 24, hard matters in 15 working days', () => {
    const policy = (category: string) => policyFor(playbook.categories, category, playbook.policy);
    expect(policy('gas')?.finish).toEqual({ amount: 2, unit: 'hours', clock: 'natural' });
    expect(policy('water-supply')?.finish).toEqual({ amount: 24, unit: 'hours', clock: 'natural' });
    expect(policy('parking-disorder')?.finish).toEqual({ amount: 5, unit: 'workdays', clock: 'working' });
    expect(policy('dispute-leak')?.finish).toEqual({ amount: 15, unit: 'workdays', clock: 'working' });
    const replies = leaves(playbook.categories).map(({ code }) => policy(code)?.reply);
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toEqual({ amount: 60, unit: 'minutes', clock: 'natural' });
  });
});

describe('the places', () => {
  it('have codes and levels that fit below their parent, and no code twice', () => {
    expect(repeated(areas.map(({ code }) => code))).toEqual([]);
    const wrong = areas.filter(({ code, level, parent }) => {
      const above = parent === playbook.community ? 'community' : area(parent)?.level;
      return (
        above === undefined || !isAreaLevel(level) || !mayContain(above, level) || !isAreaCode(level, code, parent)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('count each household once: an area has as many as the areas it is made of', () => {
    const made = { grid: 'estate', estate: 'building', building: 'unit' } as const;
    const wrong = areas.filter(({ code, level, households }) => {
      if (level !== 'grid' && level !== 'estate' && level !== 'building') return false;
      const parts = areas.filter((each) => each.parent === code && each.level === made[level]);
      return households !== parts.reduce((sum, each) => sum + each.households, 0);
    });
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  it('hold grids of the usual size, one too large and one too small', () => {
    const warned = areas.filter(({ level, households }) => level === 'grid' && gridSizeWarning(households) !== null);
    expect(warned.map(({ code, households }) => [code, households])).toEqual([
      ['G06', 528],
      ['G08', 240],
    ]);
  });

  it('draw grids that are usable and share no ground, each around its own buildings', () => {
    const grids = areas.filter(({ level }) => level === 'grid');
    expect(grids).toHaveLength(8);
    for (const [index, { code, polygon = [] }] of grids.entries()) {
      expect([code, polygonProblem(polygon)]).toEqual([code, null]);
      const others = grids.slice(index + 1).filter((other) => overlap(polygon, other.polygon ?? []));
      expect(others.map((other) => [code, other.code])).toEqual([]);
    }
    const buildings = areas.filter(({ level }) => level === 'building');
    const astray = buildings.filter(({ code, point }) => {
      const inside = grids.filter(({ polygon = [] }) => point && isGcj02(point) && containsPoint(polygon, point));
      return inside.length !== 1 || !covers(paths.get(inside[0]?.code ?? '') ?? '-', paths.get(code) ?? '');
    });
    expect(astray).toEqual([]);
  });
});

describe('the organisations', () => {
  it('are bound to areas that exist, of a known kind, and no code twice', () => {
    expect(repeated([...units, ...partyOrganisations].map(({ code }) => code))).toEqual([]);
    expect([...units, ...partyOrganisations].filter((each) => !paths.has(each.area))).toEqual([]);
    expect(units.filter(({ kind }) => !(kind in UNIT_KINDS))).toEqual([]);
    expect(new Set(units.map(({ kind }) => kind)).size).toBe(Object.keys(UNIT_KINDS).length);
  });

  it('form one party tree from the work committee down, each within the area of the one above', () => {
    const wrong = partyOrganisations.filter(({ level, parent, area: at }) => {
      if (parent === null) return level !== 'work_committee';
      const above = partyOrganisations.find(({ code }) => code === parent);
      const ground = paths.get(above?.area ?? '') ?? '-';
      const shared = covers(ground, paths.get(at) ?? '');
      return !above || !mayContainParty(above.level, level) || !shared;
    });
    expect(wrong.map(({ code }) => code)).toEqual([]);
    expect(partyOrganisations.filter(({ parent }) => parent === null)).toHaveLength(1);
  });
});

describe('the people', () => {
  it('are invented, each with a name, phone and number of their own', () => {
    expect(people.filter(({ invented }) => !invented)).toEqual([]);
    expect(people.length).toBeGreaterThan(160);
    for (const field of ['key', 'name', 'phone'] as const)
      expect(repeated(people.map((each) => each[field]))).toEqual([]);
    const numbers = people.flatMap(({ idNumber }) => (idNumber === undefined ? [] : [idNumber]));
    expect(repeated(numbers)).toEqual([]);
  });

  it('have phones nobody has, and valid ID numbers that agree with year of birth and sex', () => {
    expect(people.filter(({ phone }) => !isValidPhone(phone) || !/^1990000\d{4}$/.test(phone))).toEqual([]);
    const numbered = people.filter(({ idNumber }) => idNumber !== undefined);
    expect(numbered.length).toBeGreaterThan(100);
    const wrong = numbered.filter(({ idNumber = '', bornYear, sex }) => {
      const man = Number(idNumber[16]) % 2 === 1;
      return !isValidIdNumber(idNumber) || idNumber.slice(6, 10) !== String(bornYear) || man !== (sex === '男');
    });
    expect(wrong).toEqual([]);
  });

  it('live in units and hold posts that exist', () => {
    const homeless = people.filter(({ dwelling }) => dwelling && area(dwelling.unit)?.level !== 'unit');
    expect(homeless).toEqual([]);
    const unitCodes = new Set(units.map(({ code }) => code));
    const partyCodes = new Set(partyOrganisations.map(({ code }) => code));
    const posts = people.flatMap((person) => person.posts.map((post) => ({ ...post, key: person.key })));
    const wrong = posts.filter(({ area: at, unit, party }) => {
      const places = [
        at !== undefined && paths.has(at),
        unit !== undefined && unitCodes.has(unit),
        party !== undefined && partyCodes.has(party),
      ];
      return places.filter(Boolean).length !== 1;
    });
    expect(wrong).toEqual([]);
    expect(people.filter(({ employer }) => employer !== undefined && !unitCodes.has(employer))).toEqual([]);
    const dwellings = people.flatMap(({ dwelling }) =>
      dwelling && dwelling.as !== 'family' ? [`${dwelling.unit} ${dwelling.room}`] : [],
    );
    expect(repeated(dwellings)).toEqual([]);
  });

  it('include the thirteen personas, with the posts their names promise', () => {
    const personas = people.filter(({ persona }) => persona !== undefined);
    expect(personas.map(({ key, persona }) => [key, persona])).toEqual(PERSONAS.map((name) => [name, name]));
    expect(personas.map(({ posts }) => posts.map(({ role }) => role).join())).toEqual([
      '',
      '',
      'party_member',
      'party_member',
      'cadre',
      'duty_officer',
      'dispatcher',
      'secretary',
      'supervisor',
      'administrator',
      'duty_officer',
      'grid_worker',
      'unit_responder',
    ]);
  });

  it('fill 42 volunteer posts with 91 people, none of them twice', () => {
    const holders = volunteerPosts.flatMap((post) => post.holders);
    expect(volunteerPosts).toHaveLength(42);
    expect(holders).toHaveLength(91);
    expect(repeated(holders)).toEqual([]);
    const keys = new Set(people.map(({ key }) => key));
    expect(holders.filter((key) => !keys.has(key))).toEqual([]);
    expect(volunteerPosts.filter((post) => !paths.has(post.area))).toEqual([]);
  });

  it('have names that no word of the community contains', () => {
    const words = JSON.stringify([playbook, stories, areas, units, partyOrganisations, volunteerPosts]);
    expect(people.filter(({ name }) => words.includes(name))).toEqual([]);
  });
});

describe('the stories', () => {
  it('fall into leaves that take their kind, and leave no leaf without a story', () => {
    expect(repeated(stories.map(({ key }) => key))).toEqual([]);
    const wrong = stories.filter(({ category, kind }) => {
      const leaf = categoryPath(playbook.categories, category).at(-1);
      return !leaf || !isLeaf(leaf) || !leaf.kinds.includes(kind);
    });
    expect(wrong).toEqual([]);
    const told = new Set(stories.map(({ category }) => category));
    expect(leaves(playbook.categories).filter(({ code }) => !told.has(code))).toEqual([]);
  });

  it('go to receivers that exist, and confidential ones never to the claim hall', () => {
    const receivers = stories.flatMap(({ to, tasks = [] }) => [to, ...tasks.map((task) => task.to)]);
    const missing = receivers.filter((to) => {
      if (typeof to === 'string') return false;
      return 'unit' in to
        ? !people.some(({ posts }) => posts.some(({ unit }) => unit === to.unit))
        : !people.some(({ key }) => key === to.person);
    });
    expect(missing).toEqual([]);
    const confidential = stories.filter(
      ({ category }) => policyFor(playbook.categories, category)?.confidentialByDefault,
    );
    expect(confidential.length).toBeGreaterThan(2);
    expect(confidential.filter(({ to }) => to === 'members' || to === 'desk')).toEqual([]);
  });

  it('name a dwelling only where the address is one', () => {
    const wrong = stories.filter(
      ({ place, tellings }) =>
        place !== 'dwelling' && tellings.some(({ description }) => description.includes('{dwelling}')),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('are at least ninety, with no words said twice as a title', () => {
    expect(stories.length).toBeGreaterThanOrEqual(90);
    expect(repeated(stories.flatMap(({ tellings }) => tellings.map(({ title }) => title)))).toEqual([]);
  });
});

describe('the livelihood matters', () => {
  const { matters } = community;

  it('are of the playbook’s kinds, belong where their applicant lives, and are told in the order of time', () => {
    const codes = playbook.matterTemplates?.map(({ code }) => code);
    for (const { key, template, area: code, by, applicant = by, hoursAgo, moves } of matters) {
      expect({ key, template: codes?.includes(template) }).toEqual({ key, template: true });
      expect(people.find((each) => each.key === applicant)?.dwelling?.unit).toMatch(new RegExp(`^${code}-`));
      const moments = [hoursAgo, ...moves.map((move) => move.hoursAgo)];
      expect({ key, moments }).toEqual({ key, moments: [...new Set(moments)].sort((a, b) => b - a) });
    }
  });

  it('say nobody’s name', () => {
    const words = JSON.stringify(matters);
    expect(people.filter(({ name }) => words.includes(name))).toEqual([]);
  });
});

function leaves(tree: readonly Category[]): Category[] {
  return tree.flatMap((category) => (isLeaf(category) ? [category] : leaves(category.children ?? [])));
}
