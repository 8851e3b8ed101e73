// Written by tools-data/holidays (npm run extract). Do not edit: announce a year early through the city's calendar.
import type { HolidayTable } from './holiday-table.js';

export const CHINA_HOLIDAYS: HolidayTable = {
  version: '2026/chinese-days-1.5.7',
  source: '国务院办公厅关于部分节假日安排的通知（各年）；全国年节及纪念日放假办法（2024年修订）',
  years: {
    '2020': {
      rest: ['01-01', '01-24/02-02', '04-04/04-06', '05-01/05-05', '06-25/06-27', '10-01/10-08'],
      work: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
    },
    '2021': {
      rest: ['01-01/01-03', '02-11/02-17', '04-03/04-05', '05-01/05-05', '06-12/06-14', '09-19/09-21', '10-01/10-07'],
      work: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
    },
    '2022': {
      rest: [
        '01-01/01-03',
        '01-31/02-06',
        '04-03/04-05',
        '04-30/05-04',
        '06-03/06-05',
        '09-10/09-12',
        '10-01/10-07',
        '12-31',
      ],
      work: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
    },
    '2023': {
      rest: ['01-01/01-02', '01-21/01-27', '04-05', '04-29/05-03', '06-22/06-24', '09-29/10-06'],
      work: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
    },
    '2024': {
      rest: ['01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10', '09-15/09-17', '10-01/10-07'],
      work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    },
    '2025': {
      rest: ['01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
      work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    },
    '2026': {
      rest: ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
      work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    },
  },
  statutory: {
    '2027': { newYear: '02-06', qingming: '04-05', dragonBoat: '06-09', midAutumn: '09-15' },
    '2028': { newYear: '01-26', qingming: '04-04', dragonBoat: '05-28', midAutumn: '10-03' },
    '2029': { newYear: '02-13', qingming: '04-04', dragonBoat: '06-16', midAutumn: '09-22' },
    '2030': { newYear: '02-03', qingming: '04-05', dragonBoat: '06-05', midAutumn: '09-12' },
    '2031': { newYear: '01-23', qingming: '04-05', dragonBoat: '06-24', midAutumn: '10-01' },
    '2032': { newYear: '02-11', qingming: '04-04', dragonBoat: '06-12', midAutumn: '09-19' },
    '2033': { newYear: '01-31', qingming: '04-04', dragonBoat: '06-01', midAutumn: '09-08' },
    '2034': { newYear: '02-19', qingming: '04-05', dragonBoat: '06-20', midAutumn: '09-27' },
    '2035': { newYear: '02-08', qingming: '04-05', dragonBoat: '06-10', midAutumn: '09-16' },
    '2036': { newYear: '01-28', qingming: '04-04', dragonBoat: '05-30', midAutumn: '10-04' },
    '2037': { newYear: '02-15', qingming: '04-04', dragonBoat: '06-18', midAutumn: '09-24' },
    '2038': { newYear: '02-04', qingming: '04-05', dragonBoat: '06-07', midAutumn: '09-13' },
    '2039': { newYear: '01-24', qingming: '04-05', dragonBoat: '05-27', midAutumn: '10-02' },
    '2040': { newYear: '02-12', qingming: '04-04', dragonBoat: '06-14', midAutumn: '09-20' },
    '2041': { newYear: '02-01', qingming: '04-04', dragonBoat: '06-03', midAutumn: '09-10' },
    '2042': { newYear: '01-22', qingming: '04-04', dragonBoat: '06-22', midAutumn: '09-28' },
    '2043': { newYear: '02-10', qingming: '04-05', dragonBoat: '06-11', midAutumn: '09-17' },
    '2044': { newYear: '01-30', qingming: '04-04', dragonBoat: '05-31', midAutumn: '10-05' },
    '2045': { newYear: '02-17', qingming: '04-04', dragonBoat: '06-19', midAutumn: '09-25' },
    '2046': { newYear: '02-06', qingming: '04-04', dragonBoat: '06-08', midAutumn: '09-15' },
    '2047': { newYear: '01-26', qingming: '04-05', dragonBoat: '05-29', midAutumn: '10-04' },
    '2048': { newYear: '02-14', qingming: '04-04', dragonBoat: '06-15', midAutumn: '09-22' },
    '2049': { newYear: '02-02', qingming: '04-04', dragonBoat: '06-04', midAutumn: '09-11' },
    '2050': { newYear: '01-23', qingming: '04-04', dragonBoat: '06-23', midAutumn: '09-30' },
  },
};
