// Read by every Node there is, so nothing newer than ES2015 here and in the entry files: an old Node must reach the sentence.

var MAJOR = 20;
var MINOR = 19;

/** Says so and returns false when this Node is too old to run anything else in this repository. */
export function nodeIsRecent() {
  var parts = process.versions.node.split('.').map(Number);
  var major = parts[0] || 0;
  var recent = major > MAJOR || (major === MAJOR && (parts[1] || 0) >= MINOR);
  var oldest = MAJOR + '.' + MINOR;
  if (!recent) {
    console.error(
      '\nNode ' + oldest + ' or newer is needed; this is ' + process.versions.node + '. Get it at https://nodejs.org.',
    );
    console.error('需要 Node ' + oldest + ' 或更新版本，当前是 ' + process.versions.node + '。\n');
    process.exitCode = 1;
  }
  return recent;
}
