// npm run screenshots: the pictures of the README and of docs/zh, played anew by the demo's people. Needs CHROMIUM_PATH (or an
// installed Chromium) and a Chinese font. PRODUCT_URL plays on a demo that runs already; a fresh one gives the same pictures.
import { fileURLToPath } from 'node:url';
import { camera } from './screenshots/camera.mjs';
import { SCENES } from './screenshots/scenes.mjs';
import { product } from './testing/product.mjs';

const FOLDER = fileURLToPath(new URL('../docs/images/screens/', import.meta.url));

const own = process.env.PRODUCT_URL === undefined ? await product() : null;
const running = await own?.start();
try {
  const studio = await camera(process.env.PRODUCT_URL ?? own?.url ?? '', FOLDER);
  try {
    for (const [name, play] of Object.entries(SCENES)) {
      console.log(name);
      await play(studio);
    }
    studio.judge();
  } finally {
    await studio.close();
  }
} finally {
  running?.child.kill('SIGTERM');
  await running?.ended;
  own?.remove();
}
