import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Orgs, identity, the catalogue and orders: what the main job needs. */
export class MainJob1763769600000 implements MigrationInterface {
  readonly name = 'MainJob1763769600000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, flag, id, instant, json, orgCode, text } = columnTypes(runner)
    await createTable(runner, 'meta', { name: primary(code(40)), value: code(200) })
    await createTable(
      runner,
      'outbox',
      {
        id: primary(id),
        topic: code(60),
        payload: json,
        created_at: instant,
        dispatched_at: nullable(instant),
      },
      { ix_outbox_due: ['dispatched_at', 'id'] },
    )
    await createTable(
      runner,
      'idempotency_keys',
      { scope_hash: primary(code(64)), body_hash: code(64), resource_id: id, created_at: instant },
      { ix_idempotency_keys_created: ['created_at'] },
    )
    await createTable(
      runner,
      'orgs',
      {
        code: primary(orgCode),
        parent_code: nullable(orgCode),
        level: code(16),
        name: code(80),
        path: code(160),
        district_code: orgCode,
        service_phone: nullable(code(20)),
        valid_until: nullable(code(10)),
        successor_code: nullable(orgCode),
        is_demo: flag,
        updated_at: instant,
      },
      { ix_orgs_parent: ['parent_code', 'level', 'code'], ix_orgs_path: ['path'] },
    )
    await this.createIdentity(runner)
    await createTable(
      runner,
      'service_items',
      {
        id: primary(id),
        district_code: orgCode,
        name: code(60),
        kind: code(16),
        category: code(30),
        summary: code(200),
        guide: json,
        position: count,
        is_demo: flag,
        updated_at: instant,
      },
      { uq_service_items_name: ['district_code', 'name'] },
    )
    await createTable(
      runner,
      'service_item_offers',
      { item_id: primary(id), org_code: primary(orgCode) },
      { ix_service_item_offers_org: ['org_code'] },
    )
    await createTable(
      runner,
      'orders',
      {
        id: primary(id),
        no: code(16),
        kind: code(16),
        status: code(16),
        district_code: orgCode,
        street_code: orgCode,
        community_code: orgCode,
        assignee_org_code: nullable(orgCode),
        assignee_id: nullable(id),
        owner_id: nullable(id),
        placed_by_id: id,
        is_on_behalf: flag,
        service_item_id: nullable(id),
        title: code(80),
        place: nullable(code(100)),
        urgency: code(8),
        visibility: code(8),
        requester_name: nullable(code(16)),
        placed_at: instant,
        updated_at: instant,
        fulfilled_at: nullable(instant),
        rated_at: nullable(instant),
        version: count,
        source_ref: nullable(code(64)),
      },
      {
        uq_orders_no: ['no'],
        uq_orders_source: ['source_ref'],
        ix_orders_owner: ['owner_id', 'status', 'id'],
        ix_orders_placed_by: ['placed_by_id', 'status', 'id'],
        ix_orders_community: ['community_code', 'status', 'id'],
        ix_orders_street: ['street_code', 'status', 'id'],
        ix_orders_district: ['district_code', 'status', 'id'],
        ix_orders_assignee: ['assignee_org_code', 'status', 'id'],
      },
    )
    await createTable(
      runner,
      'order_privates',
      {
        order_id: primary(id),
        content: text,
        contact_sealed: nullable(text),
        point_sealed: nullable(text),
        beneficiary_sealed: nullable(text),
        beneficiary_phone_hash: nullable(code(64)),
      },
      { ix_order_privates_beneficiary: ['beneficiary_phone_hash'] },
    )
    await createTable(
      runner,
      'order_events',
      {
        id: primary(id),
        order_id: id,
        seq: count,
        action: code(24),
        actor_id: id,
        membership_id: nullable(id),
        actor_role: nullable(code(20)),
        actor_org_code: nullable(orgCode),
        from_status: nullable(code(16)),
        to_status: code(16),
        at: instant,
        data: json,
        is_synthetic: flag,
      },
      { uq_order_events_seq: ['order_id', 'seq'], ix_order_events_actor: ['actor_id', 'id'] },
    )
    await createTable(runner, 'order_event_texts', { event_id: primary(id), note: text })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.dropTable(table)
  }

  private async createIdentity(runner: QueryRunner): Promise<void> {
    const { code, count, exact, flag, id, instant, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'persons',
      {
        id: primary(id),
        name_sealed: nullable(code(400)),
        phone_sealed: nullable(code(400)),
        phone_hash: nullable(code(64)),
        community_code: nullable(orgCode),
        community_confirmed_at: nullable(instant),
        is_demo: flag,
        created_at: instant,
        updated_at: instant,
      },
      { uq_persons_phone: ['phone_hash'] },
    )
    await createTable(
      runner,
      'accounts',
      {
        name: primary(exact(64)),
        person_id: id,
        password_hash: nullable(code(200)),
        failures: count,
        locked_until: nullable(instant),
        is_demo: flag,
        created_at: instant,
      },
      { ix_accounts_person: ['person_id'] },
    )
    await createTable(
      runner,
      'wechat_identities',
      {
        appid: primary(exact(64)),
        openid: primary(exact(64)),
        person_id: id,
        unionid: nullable(exact(64)),
        created_at: instant,
      },
      { ix_wechat_identities_person: ['person_id'] },
    )
    await createTable(
      runner,
      'memberships',
      {
        id: primary(id),
        person_id: id,
        org_code: orgCode,
        role: code(20),
        granted_at: instant,
        revoked_at: nullable(instant),
      },
      { ix_memberships_person: ['person_id'], ix_memberships_org: ['org_code', 'role'] },
    )
    await createTable(
      runner,
      'sessions',
      {
        token_hash: primary(code(64)),
        person_id: id,
        provider: code(16),
        created_at: instant,
        expires_at: instant,
      },
      { ix_sessions_person: ['person_id'], ix_sessions_expires: ['expires_at'] },
    )
  }
}

const tables = [
  'order_event_texts',
  'order_events',
  'order_privates',
  'orders',
  'service_item_offers',
  'service_items',
  'sessions',
  'memberships',
  'wechat_identities',
  'accounts',
  'persons',
  'orgs',
  'idempotency_keys',
  'outbox',
  'meta',
]
