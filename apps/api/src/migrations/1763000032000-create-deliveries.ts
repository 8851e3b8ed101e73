import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages on their way outside, the consents they need, the groups' robots; checks of pictures; news of more than orders. */
export class CreateDeliveries1763000032000 implements MigrationInterface {
  name = 'CreateDeliveries1763000032000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deliveries (
        city_id int NOT NULL, id uuid NOT NULL, channel text NOT NULL, recipient_id uuid NOT NULL, event_id uuid NOT NULL,
        template text NOT NULL, text text NOT NULL, facts jsonb NOT NULL, urgent boolean NOT NULL,
        area_path text COLLATE "C" NOT NULL, order_id uuid,
        state text NOT NULL DEFAULT 'queued', attempts int NOT NULL DEFAULT 0, next_at timestamptz, claimed_at timestamptz,
        sent_at timestamptz, error text, digest_id uuid, created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id),
        CONSTRAINT deliveries_once UNIQUE (city_id, recipient_id, event_id, channel),
        CONSTRAINT deliveries_channel CHECK (channel IN ('wechat', 'sms', 'wecom')),
        CONSTRAINT deliveries_state
          CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'dead', 'unknown', 'merged', 'void')),
        CONSTRAINT deliveries_waiting CHECK ((state IN ('queued', 'failed')) = (next_at IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX deliveries_due ON deliveries (urgent, next_at) WHERE next_at IS NOT NULL');
    await runner.query(`CREATE INDEX deliveries_under_way ON deliveries (claimed_at) WHERE state = 'sending'`);
    await runner.query('CREATE INDEX deliveries_of_recipient ON deliveries (city_id, recipient_id, channel, sent_at)');
    await runner.query('CREATE INDEX deliveries_in_state ON deliveries (city_id, state, id)');
    await runner.query('CREATE INDEX deliveries_in_area ON deliveries (city_id, area_path)');
    await runner.query(`
      CREATE TABLE message_consents (
        city_id int NOT NULL, id uuid NOT NULL, person_id uuid NOT NULL, template text NOT NULL, request_id uuid NOT NULL,
        granted_at timestamptz NOT NULL DEFAULT now(), delivery_id uuid, voided_at timestamptz,
        PRIMARY KEY (city_id, id),
        CONSTRAINT message_consents_once UNIQUE (city_id, person_id, request_id, template)
      )`);
    await runner.query(
      `CREATE INDEX message_consents_open ON message_consents (city_id, person_id, template, id)
        WHERE delivery_id IS NULL AND voided_at IS NULL`,
    );
    await runner.query(`
      CREATE INDEX message_consents_spent ON message_consents (city_id, delivery_id) WHERE delivery_id IS NOT NULL`);
    await runner.query(`
      CREATE TABLE robots (
        city_id int NOT NULL, id uuid NOT NULL, area_id uuid NOT NULL, area_path text COLLATE "C" NOT NULL,
        name text NOT NULL, key_sealed text NOT NULL, purposes text[] NOT NULL, mentions jsonb NOT NULL,
        sent_at timestamptz[] NOT NULL DEFAULT '{}',
        created_by uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), removed_at timestamptz,
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE INDEX robots_in_area ON robots (city_id, area_path) WHERE removed_at IS NULL');
    await runner.query(`
      CREATE TABLE media_checks (
        city_id int NOT NULL, file_id uuid NOT NULL, trace_id text, verdict text, label int, attempts int NOT NULL DEFAULT 0,
        check_at timestamptz, settled_at timestamptz,
        PRIMARY KEY (city_id, file_id),
        CONSTRAINT media_checks_waiting CHECK ((settled_at IS NULL) = (check_at IS NOT NULL))
      )`);
    await runner.query('CREATE UNIQUE INDEX media_checks_trace ON media_checks (trace_id) WHERE trace_id IS NOT NULL');
    await runner.query('CREATE INDEX media_checks_due ON media_checks (check_at) WHERE check_at IS NOT NULL');
    // WeChat no longer knows this openid (40003): nothing is sent there, and signing in again makes it good.
    await runner.query('ALTER TABLE logins ADD void_at timestamptz');
    await runner.query('ALTER TABLE notification_preferences ADD never_quiet boolean NOT NULL DEFAULT false');
    // Until now a row without hours meant that nothing is ever quiet.
    await runner.query('UPDATE notification_preferences SET never_quiet = true WHERE quiet_from IS NULL');
    await runner.query('ALTER TABLE notifications ALTER order_id DROP NOT NULL');
    await runner.query(`ALTER TABLE notifications ADD subject_type text NOT NULL DEFAULT 'order', ADD subject_id uuid`);
    await runner.query('UPDATE notifications SET subject_id = order_id');
    await runner.query('ALTER TABLE notifications ALTER subject_id SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notifications WHERE order_id IS NULL');
    await runner.query('ALTER TABLE notifications DROP subject_type, DROP subject_id, ALTER order_id SET NOT NULL');
    await runner.query('ALTER TABLE notification_preferences DROP never_quiet');
    await runner.query('ALTER TABLE logins DROP void_at');
    for (const table of ['media_checks', 'robots', 'message_consents', 'deliveries'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
