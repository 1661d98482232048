import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { TurningPoint, TurningPointWhat } from '../../../shared/model/case/turning-point';
import { turningPointLabels } from '../../../shared/picklists';
import { DatedField } from '../../ui/dated-field';
import { Facts, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import { PrivilegedField, PrivilegedReading } from '../../ui-record/case-entry/privileged-field';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';

const options = (Object.keys(turningPointLabels) as TurningPointWhat[]).map((value) => ({ value, label: turningPointLabels[value].label, hint: turningPointLabels[value].explanation }));

/** How a turning point is written and read. */
export const turningPointForm: CaseEntryForm<'turning-point'> = {
  name: messages.patterns.turningPoints.name,
  title: ({ what }) => (what === null ? null : turningPointLabels[what].label),
  fields: (draft) => <Fields draft={draft} />,
  reading: (content) => <Reading content={content} />,
};

function Fields({ draft: { content, change, flush } }: { draft: CaseDraft<'turning-point'> }) {
  const texts = messages.patterns.turningPoints;
  const save = (): void => void flush();
  return (
    <>
      <Select label={texts.what} options={options} value={content.what} onChange={(what) => change({ what })} />
      <DatedField label={texts.happened} value={content.happened} onChange={(happened) => change({ happened })} onBlur={save} />
      <TextArea label={texts.words} hint={texts.wordsHint} value={content.words} onChange={(words) => change({ words })} onBlur={save} />
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={(evidence) => change({ evidence })} /></Section>
      <PrivilegedField value={content.privilegedNote} onChange={(privilegedNote) => change({ privilegedNote })} onBlur={save} />
    </>
  );
}

function Reading({ content }: { content: TurningPoint }) {
  const texts = messages.patterns.turningPoints;
  return (
    <div className="reading">
      <Facts facts={[{ name: texts.happened, value: sayDate(content.happened) || messages.dates.undated }]} />
      {content.words && <p className="account-small" dir="auto">{content.words}</p>}
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={null} /></Section>
      <PrivilegedReading value={content.privilegedNote} />
    </div>
  );
}
