import { messages } from '../../../shared/messages/en-gb';
import type { Conduct, ConductChoice } from '../../../shared/model/case/conduct';
import { conductElementOf } from '../../../shared/picklists';
import { Facts } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { OpenIncident } from '../../ui-record/open-incident';

const texts = messages.conduct;
const options = (Object.keys(texts.choiceLabels) as ConductChoice[]).map((value) => ({ value, label: texts.choiceLabels[value] }));

/** What she said of one entry and one element, with its earlier readings: reached from Find and from the entry. */
export const conductForm: CaseEntryForm<'conduct'> = {
  name: texts.name,
  title: ({ elementId }) => conductElementOf(elementId)?.name ?? texts.unknownElement,
  fields: (draft) => <Fields draft={draft} />,
  reading: (content) => <Reading content={content} />,
};

function Fields({ draft: { content, change, flush } }: { draft: CaseDraft<'conduct'> }) {
  return (
    <>
      <Select label={texts.title} options={options} value={content.choice} onChange={(choice) => change({ choice })} />
      <TextArea label={texts.why} hint={texts.whyHint} value={content.words} onChange={(words) => change({ words })} onBlur={() => void flush()} />
    </>
  );
}

function Reading({ content: { incidentId, choice, words } }: { content: Conduct }) {
  return (
    <div className="reading">
      <Facts facts={[{ name: texts.title, value: texts.choiceLabels[choice] }, ...(incidentId === null ? [] : [{ name: texts.entry, value: <OpenIncident id={incidentId} /> }])]} />
      {words && <p className="account-small" dir="auto">{words}</p>}
    </div>
  );
}
