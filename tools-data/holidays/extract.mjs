#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { TABLE, tableText } from './write-table.mjs';

writeFileSync(TABLE, await tableText());
console.log('libs/domain/src/time/china-holidays.ts written 已写入节假日表');
