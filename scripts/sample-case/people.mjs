const northmoor = 'Northmoor Police';
const eastmarch = 'Eastmarch Constabulary';
const invented = (name) => `${name} (invented)`;

/** The invented case's people. Roles are those of shared/model/person.ts; `officer` and `organisation` too. */
export const people = [
  { key: 'mara', name: 'Mara Ellis', role: 'me', handles: ['Mara'] },
  { key: 'craig', name: 'Craig Dunmore', role: 'accused', handles: ['Craig', '07700 900418'], officer: { force: northmoor, rank: 'Sergeant', collarNumber: '2841', unit: 'Public protection, since August 2023' }, note: 'PC on response team B until he was promoted in August 2023.' },
  { key: 'sami', name: 'Sami', role: 'child', handles: [] },
  { key: 'nadia', name: 'Nadia Ellis', role: 'family', handles: [] },
  { key: 'leila', name: 'Leila Haddad', role: 'friend', handles: [] },
  { key: 'asia', name: 'Asia Wójcik', role: 'friend', handles: [] },
  { key: 'hale', name: 'DC 2217 Hale', role: 'police', handles: [], aliases: ['Jo Hale'], officer: { force: northmoor, rank: 'DC', collarNumber: '2217', unit: 'CID' } },
  { key: 'pyke', name: 'Sgt 1180 Pyke', role: 'police', handles: [], officer: { force: northmoor, rank: 'Sergeant', collarNumber: '1180', unit: 'Response team B' } },
  { key: 'arresting', name: 'PC 3310', role: 'police', handles: [], officer: { force: northmoor, rank: 'PC', collarNumber: '3310', unit: '' }, note: 'I only have the number, from the custody record.' },
  { key: 'desk', name: 'Custody sergeant 0907', role: 'police', handles: [], officer: { force: northmoor, rank: 'Sergeant', collarNumber: '0907', unit: 'Custody' }, note: 'I only have the number, from the custody record.' },
  { key: 'marchetti', name: 'DS 4402 Marchetti', role: 'police', handles: [], officer: { force: eastmarch, rank: 'DS', collarNumber: '4402', unit: '' } },
  { key: 'doctor', name: 'Dr B. Adeyemi', role: 'professional', handles: [], organisation: 'Canalside Surgery' },
  { key: 'teacher', name: 'Mrs Whitlock', role: 'professional', handles: [], organisation: 'Sami’s school' },
  { key: 'solicitor', name: 'Ms H. Vale, Harcombe & Vale', role: 'professional', handles: [], organisation: 'Harcombe & Vale' },
  { key: 'northmoor', name: invented(northmoor), role: 'organisation', handles: [] },
  { key: 'psd', name: 'Professional Standards, Northmoor Police (invented)', role: 'organisation', handles: [], aliases: ['PSD'] },
  { key: 'eastmarch', name: invented(eastmarch), role: 'organisation', handles: [] },
  { key: 'court', name: 'Family Court at Northmoor (invented)', role: 'organisation', handles: [] },
];

/** What she says each marked range of messages shows. */
export const excerptsShow = {
  cafe: 'He knew which café I was in. I had not told him.',
  knew: 'He knew the room and the tissues before nine the next morning.',
  number: 'The number was two days old. Only the officers at the door had it besides family.',
  newyear: 'He wrote while the order was in force.',
};
