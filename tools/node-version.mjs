// Read by every Node there is, so nothing newer than ES2015 here and in the entry files: an old Node must reach the sentence.

var OLDEST = [20, 19];

/** Says so and returns false when this Node is too old to run anything else in this repository. */
export function nodeIsRecent() {
  var parts = process.versions.node.split('.').map(Number);
  var recent = parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
  if (!recent) {
    console.error(
      '\nNode ' +
        OLDEST.join('.') +
        ' or newer is needed; this is ' +
        process.versions.node +
        '. Get it at https://nodejs.org.',
    );
    console.error('需要 Node ' + OLDEST.join('.') + ' 或更新版本，当前是 ' + process.versions.node + '。\n');
    process.exitCode = 1;
  }
  return recent;
}
