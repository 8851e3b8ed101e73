import 'reflect-metadata';
import { bootHttp } from './boot.js';

await bootHttp();
