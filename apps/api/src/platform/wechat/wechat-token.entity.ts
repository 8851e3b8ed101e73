import { Column, Entity, PrimaryColumn } from 'typeorm';

/** WeChat's access token, shared by all processes: asking for one in each would invalidate the others'. */
@Entity('wechat_tokens')
export class WechatTokenEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('text', { name: 'app_id' }) appId: string;
  @Column('text', { name: 'token_sealed' }) tokenSealed: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
