import { messages } from '../../../../shared/messages/en-gb';
import { pagesCase } from '../../../../shared/messages/en-gb/pages-case';
import { useAsk } from '../../../app/use-ask';
import { PrintCasePage } from '../../../ui-record/case-entry/print-case-page';
import { FoldedWhenOpened } from './folded-when-opened';

/** What police and others were given, and the page of it. */
export function Given({ onSaved }: { readonly onSaved: () => void }) {
  const words = messages.recipients.given;
  return (
    <FoldedWhenOpened title={words.title}>
      {() => (
        <div className="stack">
          <p className="small quiet">{words.intro}</p>
          <GivenList />
          <p className="small quiet">{messages.casePrint.intro}</p>
          <PrintCasePage request={{ page: 'given' }} label={messages.casePrint.printNamed(pagesCase.names.given)} onSaved={onSaved} />
        </div>
      )}
    </FoldedWhenOpened>
  );
}

/** At contacts, and as numbered copies: one list, in the order in which it was given. */
function GivenList() {
  const words = messages.recipients.given;
  const { value } = useAsk('copies.given', {});
  if (!value) return <p className="quiet" role="status">{messages.ui.working}</p>;
  if (value.given.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <ol className="stack-tight plain-list" aria-label={words.title}>
      {value.given.map(({ id, when, to, what, proof, sha256 }, index) => (
        <li key={`${id} ${index}`}>
          <p><strong>{when || messages.handOver.undated}</strong> · <bdi>{words.to(to)}</bdi></p>
          <p dir="auto">{what}</p>
          <p className="small quiet" dir="auto">{proof === '' ? words.noProof : words.proof(proof)}</p>
          {sha256 && <p className="small">{messages.handOver.past.hash} <span className="hash">{sha256}</span></p>}
        </li>
      ))}
    </ol>
  );
}
