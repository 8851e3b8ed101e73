const bare = (name) => name.replace(/(市|地区|盟)$/, '');

/**
 * The city meant by a code of any level inside it (320400, 320402003012) or by its name (常州, 常州市).
 * Names of county-level units are not unique (four cities have a 鼓楼区): then the answer lists what could be meant.
 * @returns {{ city: object } | { problem: string }}
 */
export function findCity(cities, wanted) {
  if (/^\d+$/.test(wanted)) {
    const city = cities.find(
      ({ code, districts }) => code === wanted || districts.some((district) => wanted.startsWith(district.code)),
    );
    return city
      ? { city }
      : {
          problem: `No city has the code ${wanted}. 没有代码为 ${wanted} 的城市。`,
        };
  }
  const named = cities.filter(({ name }) => name === wanted || bare(name) === bare(wanted));
  if (named.length === 1) return { city: named[0] };
  const candidates =
    named.length > 0 ? named : cities.filter(({ districts }) => districts.some((d) => d.name === wanted));
  if (candidates.length === 0)
    return {
      problem: `No city is called ${wanted}. 没有名为“${wanted}”的城市。`,
    };
  const list = candidates.map(({ code, name, province }) => `  ${code} ${province} ${name}`).join('\n');
  return {
    problem: `${wanted} is not one city; give a code. “${wanted}”不止一处或不是市名，请改用代码：\n${list}`,
  };
}
