import type { Config } from '../platform/config/config.js';
import { DEMO_PASSWORD } from './demo-society.service.js';

const PERSONAS = [
  ['resident', '居民 刘淑珍', '许愿、报问题、看进度、评价'],
  ['resident2', '居民 张浩然', '对邻居的问题说“我也遇到了”'],
  ['member', '党员 王建平', '在大厅接单、办理、晒结果'],
  ['member2', '党员 李雪梅', '和王建平抢同一单'],
  ['cadre', '在职干部 赵文博', '下班后到社区报到接单'],
  ['duty', '值班员 顾永泉', '一小时内公开回复'],
  ['duty2', '值班员 潘永明', '和顾永泉轮班、换班'],
  ['grid1', '网格员 田勤芳', '核实住户登记，看派单台'],
  ['dispatcher', '派单员 陆海燕', '受理、派单、合并、晒单'],
  ['secretary', '社区书记 沈惠芳', '看超时，复核，晒单'],
  ['unit', '部门联系人 汤志强', '接下派给部门的单子，或提出异议'],
  ['supervisor', '街道督办 钱志清', '督办、裁定异议、延期'],
  ['admin', '管理员 周景行', '区域、组织、岗位、导入（REST）'],
] as const;

/** What a newcomer reads when the demo is up. */
export function welcome(config: Config): string {
  const { publicUrl } = config;
  const people = PERSONAS.map(([persona, who, what]) => `    ${persona.padEnd(12)}${who}  ${what}`);
  return [
    '',
    '  邻哨 Linshao 已就绪 is ready',
    '',
    `  打开 Open          ${publicUrl}`,
    `  接口文档 API docs  ${publicUrl}/api/docs`,
    '',
    '  演示身份 Demo accounts  POST /api/auth/demo {"persona": "resident"}',
    ...people,
    '',
    `  用户名密码登录 By password  POST /api/auth/password {"userName": "admin", "password": "${DEMO_PASSWORD}"}`,
    '  人物均为虚构 All people are invented.  Ctrl-C 停止 stops.',
    '',
  ].join('\n');
}
