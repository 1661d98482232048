import { Copy } from 'lucide-react';
import { useState } from 'react';
import { auditRequest, subjectAccessRequests } from '../../../shared/drafts/access-requests';
import { type Draft, textOfDraft } from '../../../shared/drafts/draft';
import { messages } from '../../../shared/messages/en-gb';
import type { ListedLookUp } from '../../../shared/model/case/listed-look-up';
import type { Id } from '../../../shared/model/identity';
import { lookUpSystemOf } from '../../../shared/picklists';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { nameOfLookUp } from './group-look-ups';
import './look-ups.css';

/** What can be drafted for her solicitor from those she chooses; only to be read, copied and printed. `begins`: chosen to begin with. */
export function RequestsPage({ lookUps, begins }: { lookUps: readonly ListedLookUp[]; begins: readonly Id[] }) {
  const texts = messages.lookUps;
  const recorded = lookUps.filter(({ status }) => status === 'recorded');
  const [chosenIds, setChosenIds] = useState<readonly Id[]>(begins);
  const chosen = recorded.filter(({ id }) => chosenIds.includes(id));
  const drafts = [auditRequest(chosen), subjectAccessRequests(chosen)].filter((draft) => draft !== null);
  return (
    <div className="incident-page">
      <article className="incident" aria-label={texts.requestsTitle}>
        <div className="incident-head"><h1>{texts.requestsTitle}</h1></div>
        <Notice tone="needs-you" title={texts.warnTitle}>{texts.warn}</Notice>
        <Section title={texts.which} description={recorded.length < lookUps.length ? texts.onlyRecorded : undefined}>
          {recorded.length === 0 ? <p className="quiet">{texts.noneRecorded}</p> : (
            <div className="stack-tight">
              {recorded.map((lookUp) => (
                <Checkbox key={lookUp.id} isSelected={chosenIds.includes(lookUp.id)} onChange={(isOn) => setChosenIds(isOn ? [...chosenIds, lookUp.id] : chosenIds.filter((id) => id !== lookUp.id))}><bdi>{[nameOfLookUp(lookUp), lookUp.who?.name].filter(Boolean).join(' · ')}</bdi></Checkbox>
              ))}
            </div>
          )}
        </Section>
        {recorded.length > 0 && drafts.length === 0 && <p className="quiet measure" role="status">{chosen.length === 0 ? texts.chooseOne : texts.nothingToAsk}</p>}
        {drafts.map((draft) => <DraftText key={draft.title} draft={draft} />)}
        {drafts.length > 0 && <SystemSources lookUps={chosen} />}
        {chosen.length > 0 && <div className="row"><PrintCasePage request={{ page: 'look-ups', entryIds: chosen.map(({ id }) => id) }} label={texts.print} /></div>}
      </article>
    </div>
  );
}

function DraftText({ draft }: { draft: Draft }) {
  const texts = messages.lookUps;
  const text = textOfDraft(draft, texts.occasion);
  // Which text it was: what is drafted anew is not copied yet.
  const [copied, setCopied] = useState('');
  const copy = async (): Promise<void> => { const result = await ask('program.copyText', { text }); setCopied(result.ok ? text : ''); };
  return (
    <Section title={draft.title}>
      <div className="request-draft">
        {draft.parts.map((part, index) => {
          const said = (pieces: readonly (string | { readonly occasion: number })[]): string => pieces.map((piece) => (typeof piece === 'string' ? piece : texts.occasion(piece.occasion))).join('');
          switch (part.part) {
            case 'heading': return <h3 key={index}>{part.words}</h3>;
            case 'paragraph': return <p key={index} dir="auto">{said(part.text)}</p>;
            case 'list': return <ul key={index}>{part.items.map((item, at) => <li key={at} dir="auto">{said(item)}</li>)}</ul>;
          }
        })}
      </div>
      <div className="row"><Button icon={Copy} aria-label={texts.copyNamed(draft.title)} onPress={() => void copy()}>{texts.copy}</Button><span className="small quiet" role="status">{copied === text ? texts.copied : ''}</span></div>
    </Section>
  );
}

/** Of every place that was chosen, where its rule was read. */
function SystemSources({ lookUps }: { lookUps: readonly ListedLookUp[] }) {
  const texts = messages.lookUps;
  const systems = [...new Set(lookUps.flatMap(({ systems: ids }) => ids))].flatMap((id) => lookUpSystemOf(id) ?? []);
  if (systems.length === 0) return null;
  return (
    <Folded level={2} title={texts.sources}>
      <ul className="request-sources">{systems.map(({ id, label, sources }) => <li key={id}><strong>{label}</strong><br /><span className="small quiet">{sources.map(({ words, isRead }) => (isRead ? words : `${words} (${texts.notConfirmed})`)).join('; ')}</span></li>)}</ul>
    </Folded>
  );
}
