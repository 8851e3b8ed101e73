import { ApiProperty } from '@nestjs/swagger';
import { ROBOT_PURPOSES, type RobotPurpose, type Role, ROLES } from '@linshao/domain';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Matches } from 'class-validator';
import { Id, NestedList, OneOf, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

const KEY = { pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', writeOnly: true };
const USER = /^[A-Za-z0-9._@-]{1,64}$/;

export class RobotMention {
  @OneOf(ROLES) role: Role;
  /** WeCom user id of whoever holds the post. */
  @ApiProperty({ pattern: USER.source })
  @Matches(USER, { message: '企业微信账号只能含字母、数字和 . _ @ -' })
  userId: string;
}

export class ChangeRobot {
  @Text({ max: 30 }) name: string;
  /** publication: public replies and results 晒单; alarm: promises missed and gaps in duty. */
  @OneOf(ROBOT_PURPOSES, { each: true })
  @ArrayMinSize(1, { message: '至少 1 个' })
  @ArrayMaxSize(ROBOT_PURPOSES.length, { message: '太多了' })
  @ArrayUnique({ message: '有重复' })
  purposes: RobotPurpose[];
  @NestedList(() => RobotMention, { max: 20 }) mentions: RobotMention[];
}

export class AddRobot extends ChangeRobot {
  @Id() areaId: string;
  /** The part of the webhook's address after `key=`; never shown again. */
  @ApiProperty(KEY) @Matches(new RegExp(KEY.pattern), { message: '请填写 Webhook 地址中 key= 后面的部分' }) key: string;
}

export class RobotView {
  id: string;
  areaId: string;
  name: string;
  @ApiProperty({ enum: ROBOT_PURPOSES, isArray: true }) purposes: RobotPurpose[];
  mentions: RobotMention[];
  createdAt: Date;
}

export class RobotPage {
  items: RobotView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class RobotQuery extends PageQueryDto {}
