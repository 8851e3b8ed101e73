import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerEntryEntity, LedgerHeadEntity } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntryEntity, LedgerHeadEntity])],
  providers: [LedgerRepository, LedgerService],
})
export class AuditModule {}
