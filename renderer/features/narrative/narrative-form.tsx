import { messages } from '../../../shared/messages/en-gb';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import './narrative.css';
import { NarrativeFields } from './narrative-fields';
import { NarrativeReading } from './narrative-reading';

/** How a narrative is written and read. */
export const narrativeForm: CaseEntryForm<'narrative'> = {
  name: messages.narrative.name,
  title: ({ title }) => title || null,
  fields: (draft) => <NarrativeFields draft={draft} />,
  reading: (content) => <NarrativeReading content={content} />,
  actions: ({ id, status }) => status === 'recorded' && <PrintCasePage request={{ page: 'narrative', entryId: id }} />,
};
