// npm start: builds what changed, starts a database unless DATABASE_URL names one, and runs the API until Ctrl-C.
import { nodeIsRecent } from './node-version.mjs';

if (nodeIsRecent()) {
  void import('./launcher/launch.mjs').then(function (launcher) {
    return launcher.launch();
  });
}
