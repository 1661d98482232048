/** The invented case's people. Roles are those of shared/model/person.ts. */
export const people = [
  { key: 'mara', name: 'Mara Ellis', role: 'me', handles: ['Mara'] },
  { key: 'craig', name: 'Craig Dunmore', role: 'accused', handles: ['Craig', '07700 900418'] },
  { key: 'sami', name: 'Sami', role: 'child', handles: [] },
  { key: 'nadia', name: 'Nadia Ellis', role: 'family', handles: [] },
  { key: 'leila', name: 'Leila Haddad', role: 'friend', handles: [] },
  { key: 'asia', name: 'Asia Wójcik', role: 'friend', handles: [] },
  { key: 'hale', name: 'DC 2217 Hale', role: 'police', handles: [] },
  { key: 'pyke', name: 'Sgt 1180 Pyke', role: 'police', handles: [] },
  { key: 'doctor', name: 'Dr B. Adeyemi', role: 'professional', handles: [] },
  { key: 'teacher', name: 'Mrs Whitlock', role: 'professional', handles: [] },
  { key: 'solicitor', name: 'Ms H. Vale, Harcombe & Vale', role: 'professional', handles: [] },
];

/** What she says each marked range of messages shows. */
export const excerptsShow = {
  cafe: 'He knew which café I was in. I had not told him.',
  knew: 'He knew the room and the tissues before nine the next morning.',
  number: 'The number was two days old. Only the officers at the door had it besides family.',
  newyear: 'He wrote while the order was in force.',
};
