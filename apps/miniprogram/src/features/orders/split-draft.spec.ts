import {
  changed,
  EMPTY_SPLIT,
  mayAdd,
  splitBody,
  splitFaults,
  withoutTask,
  withTask,
  type Receiver,
  type SplitDraft,
} from './split-draft.js';

const PERSON: Receiver = { type: 'person', id: 'p1', name: '周网格' };
const UNIT: Receiver = { type: 'unit', id: 'u1', name: '物业' };
const FULL: SplitDraft = { lead: PERSON, tasks: [{ title: ' 换灯 ', description: ' 三单元 ', to: UNIT }] };

it('puts the lead first, under the title of the order, and each task after it', () => {
  expect(splitBody(FULL, '楼道灯全灭了')).toEqual({
    tasks: [
      { to: { personId: 'p1' }, title: '楼道灯全灭了', description: '' },
      { to: { unitId: 'u1' }, title: '换灯', description: '三单元' },
    ],
  });
  expect(splitFaults(FULL)).toEqual({ lead: undefined, tasks: [{ title: undefined, to: undefined }] });
});

it('sends nothing while a receiver or a title is missing, and says beside the field which', () => {
  expect(splitBody(EMPTY_SPLIT, '题')).toBeNull();
  expect(splitFaults(EMPTY_SPLIT)).toEqual({
    lead: expect.stringContaining('牵头'),
    tasks: [{ title: expect.stringContaining('要做什么'), to: expect.stringContaining('谁来办') }],
  });
  expect(splitBody({ ...FULL, lead: null }, '题')).toBeNull();
  expect(splitBody(changed(FULL, 0, { to: null }), '题')).toBeNull();
  expect(splitBody(changed(FULL, 0, { title: '换' }), '题')).toBeNull();
  expect(splitBody(withTask(FULL), '题')).toBeNull();
  expect(splitBody(withoutTask(FULL, 0), '题')).toBeNull();
});

it('adds and takes away tasks without touching the others, ten shares at most', () => {
  const two = changed(withTask(FULL), 1, { title: '清垃圾' });
  expect(two.tasks.map(({ title }) => title)).toEqual([' 换灯 ', '清垃圾']);
  expect(withoutTask(two, 0).tasks.map(({ title }) => title)).toEqual(['清垃圾']);
  let many = EMPTY_SPLIT;
  while (mayAdd(many)) many = withTask(many);
  expect(many.tasks).toHaveLength(9);
});
