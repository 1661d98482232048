import type { PersonRole } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { personRoleLabels } from '../../../shared/picklists';
import { Folded } from '../../ui/folded';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import { hasOfficer, type PersonWords } from './person-words';

const roles = (Object.keys(personRoleLabels) as PersonRole[]).map((value) => ({ value, label: personRoleLabels[value].label, hint: personRoleLabels[value].explanation }));

export interface PersonFieldsProps {
  words: PersonWords;
  change: (part: Partial<PersonWords>) => void;
  isReadOnly: boolean;
  /** The name or the role was asked for and is not there. */
  isMissing: boolean;
  autoFocus?: boolean;
  /** A role was chosen: no field is left by it. */
  onRole?: () => void;
}

/** What she can say of somebody, known or new. */
export function PersonFields({ words, change, isReadOnly, isMissing, autoFocus = false, onRole }: PersonFieldsProps) {
  const texts = messages.people;
  return (
    <>
      <TextField label={texts.name} hint={texts.nameHint} value={words.name} onChange={(name) => change({ name })} maxLength={200} isReadOnly={isReadOnly} error={isMissing && words.name.trim() === '' ? texts.nameNeeded : null} autoFocus={autoFocus} />
      <Select label={texts.role} options={roles} value={words.role} onChange={(role) => { change({ role }); onRole?.(); }} error={isMissing && words.role === null ? texts.roleNeeded : null} />
      <TextArea label={texts.aliases} hint={texts.aliasesHint} value={words.aliases} onChange={(aliases) => change({ aliases })} isReadOnly={isReadOnly} />
      {words.role === 'police' ? <OfficerFields words={words} change={change} isReadOnly={isReadOnly} />
        : words.role !== 'organisation' && <Folded level={2} title={texts.officerFolded} startsOpen={hasOfficer(words)}><OfficerFields words={words} change={change} isReadOnly={isReadOnly} /></Folded>}
      {(words.role === 'professional' || words.organisation !== '') && <TextField label={texts.organisation} hint={texts.organisationHint} value={words.organisation} onChange={(organisation) => change({ organisation })} maxLength={300} isReadOnly={isReadOnly} autoComplete="off" />}
      <TextArea label={texts.handles} hint={texts.handlesHint} value={words.handles} onChange={(handles) => change({ handles })} isReadOnly={isReadOnly} />
      <TextArea label={texts.note} value={words.note} onChange={(note) => change({ note })} maxLength={5000} isReadOnly={isReadOnly} />
    </>
  );
}

/** What is known of somebody as an officer. */
function OfficerFields({ words, change, isReadOnly }: { words: PersonWords; change: (part: Partial<PersonWords>) => void; isReadOnly: boolean }) {
  const texts = messages.people;
  return (
    <div className="stack">
      <TextField label={texts.force} hint={texts.forceHint} value={words.force} onChange={(force) => change({ force })} maxLength={200} isReadOnly={isReadOnly} autoComplete="off" />
      <TextField label={texts.rank} value={words.rank} onChange={(rank) => change({ rank })} maxLength={100} isReadOnly={isReadOnly} autoComplete="off" />
      <TextField label={texts.collarNumber} hint={texts.collarNumberHint} value={words.collarNumber} onChange={(collarNumber) => change({ collarNumber })} maxLength={50} isReadOnly={isReadOnly} autoComplete="off" />
      <TextField label={texts.unit} hint={texts.unitHint} value={words.unit} onChange={(unit) => change({ unit })} maxLength={200} isReadOnly={isReadOnly} autoComplete="off" />
    </div>
  );
}
