import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerController } from './ledger.controller.js';
import { LedgerEntryEntity, LedgerHeadEntity } from './ledger.entity.js';
import { LedgerHeadsService } from './ledger-heads.service.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntryEntity, LedgerHeadEntity])],
  controllers: [LedgerController],
  providers: [LedgerHeadsService, LedgerRepository, LedgerService],
})
export class AuditModule {}
