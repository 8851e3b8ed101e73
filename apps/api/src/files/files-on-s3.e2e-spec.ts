import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { type S3StandIn, startS3StandIn } from '../platform/testing/s3-stand-in.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { FilesJobs } from './files.jobs.js';
import { plain } from './testing/pictures.js';

let s3: S3StandIn;
let testApp: TestApp;
let owner: TestPerson;
beforeAll(async () => {
  s3 = await startS3StandIn();
  testApp = await createTestApp({
    S3_ENDPOINT: s3.config.endpoint,
    S3_BUCKET: s3.config.bucket,
    S3_REGION: s3.config.region,
    S3_ACCESS_KEY: s3.config.accessKey,
    S3_SECRET_KEY: s3.config.secretKey,
  });
  owner = await signInAs(testApp);
});
afterAll(async () => {
  await testApp.close();
  await s3.close();
});

const send = async () =>
  testApp
    .http()
    .post('/api/files')
    .set(owner.headers)
    .attach('file', await plain(50, 40).png().toBuffer(), 'photo.png');
const get = (id: string) => testApp.http().get(`/api/files/${id}`).set(owner.headers);
const DOWN = [503, 503, 503];

describe('photos in a bucket', () => {
  it('are kept, read and removed there, not on this machine', async () => {
    const { body } = await send();
    expect([...s3.objects.keys()]).toEqual([
      expect.stringMatching(/^\/photos\/320400\/..\/..\/[0-9a-f]{64}-thumb\.jpg$/),
      expect.stringMatching(/^\/photos\/320400\/..\/..\/[0-9a-f]{64}-large\.jpg$/),
    ]);
    expect(existsSync(join(testApp.dataDir, 'files'))).toBe(false);
    expect((await get(body.id).expect(200)).body).toHaveLength(body.bytes);

    await testApp.database.rows(`UPDATE files SET created_at = now() - interval '25 hours'`);
    await testApp.app.get(FilesJobs).removeUnused();
    expect(s3.objects.size).toBe(0);
  });

  it('wait for a bucket that is away: a 503 with the time to come back, and nothing half done', async () => {
    s3.fail(...DOWN);
    const refused = await send();
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([
      503,
      'file.storage_unavailable',
      '10',
    ]);

    const { body } = await send();
    s3.fail(...DOWN);
    expect((await get(body.id)).body.code).toBe('file.storage_unavailable');
    await get(body.id).expect(200);
  });

  it('keep the reminder to be removed until the bucket is back', async () => {
    await testApp.database.rows(`UPDATE files SET created_at = now() - interval '25 hours'`);
    s3.fail(...DOWN);
    await expect(testApp.app.get(FilesJobs).removeUnused()).rejects.toMatchObject({ code: 'file.storage_unavailable' });
    await testApp.app.get(FilesJobs).removeUnused();
    expect(s3.objects.size).toBe(0);
    expect(await testApp.database.rows('SELECT 1 FROM files')).toEqual([]);
  });
});
