// npm test: every suite of the repository, and one closing line with the sum.
import { nodeIsRecent } from './node-version.mjs';

if (nodeIsRecent()) {
  void import('./testing/run-tests.mjs').then(function (tests) {
    return tests.runTests();
  });
}
