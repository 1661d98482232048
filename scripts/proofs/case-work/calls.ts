import { wholeChronology } from '../../../shared/model/chronology';
import type { MadeVault } from './made-vault';

/** What the vault is asked for the views. A new call is measured by being added here. */
export const callsOf = ({ personId, contactId, disclosureId, counterAllegationId }: MadeVault): readonly (readonly [name: string, input: object])[] => [
  ['people.list', {}], ['people.doubles', {}], ['people.conflicts', { steps: null }], ['people.conflictTies', { steps: null, limit: 20 }], ['case.concerning', { kind: 'person', id: personId }],
  ...['contact', 'tie', 'counter-allegation', 'look-up', 'disclosure', 'deadline', 'narrative', 'turning-point'].map((kind) => ['case.list', { kind }] as const),
  ['case.get', { id: contactId }], ['case.toldAndHappened', { contactId }], ['case.compareDisclosure', { id: disclosureId, reading: 'kept' }], ['case.compareDisclosure', { id: disclosureId, reading: 'being-written' }],
  ['case.sameDays', { id: counterAllegationId }], ['case.deadlines', {}], ['case.front', { today: '2026-02-01' }], ['case.lookUps', {}], ['case.patterns', { fromDay: '', toDay: '' }], ['case.elements', {}], ['case.gaps', { settled: false, offset: 0, limit: 200 }], ['chronology.rows', { filter: wholeChronology, offset: 2000, limit: 100 }],
];
