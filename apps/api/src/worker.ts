import 'reflect-metadata';
import { bootWorker } from './boot.js';

await bootWorker();
