import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import type { CopySign, CopyTold } from '../../../../shared/copies/copy-told';
import { messages } from '../../../../shared/messages/en-gb';
import type { HandedCopy } from '../../../../shared/model/copy';
import { ask } from '../../../app/bridge';
import { useTask } from '../../../app/use-task';
import { Button } from '../../../ui/button';
import { Folded } from '../../../ui/folded';
import { Notice } from '../../../ui/notice';
import { ProgressLine } from '../../../ui/progress-line';

/** A page has turned up somewhere: whose copy it is, how that is known, and how sure it is. */
export function TellCopy({ copies }: { readonly copies: readonly HandedCopy[] }) {
  const words = messages.recipients.tell;
  const telling = useTask('copy-told');
  const [refusal, setRefusal] = useState<string | null>(null);
  async function choose(): Promise<void> {
    setRefusal(null);
    const picked = await ask('copies.chooseToTell', {});
    if (!picked.ok) setRefusal(messages.errors.say(picked.error));
    else if (picked.value.chosen) await telling.start('copies.tell', { grant: picked.value.chosen.grant });
  }
  return (
    <section className="stack-tight" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="small quiet">{words.intro}</p>
      {telling.running
        ? <ProgressLine label={words.looking} fraction={telling.running.fraction} figure={telling.running.figure} onCancel={telling.cancel} />
        : <div className="row"><Button icon={FileSearch} onPress={() => void choose()}>{telling.value ? words.again : words.choose}</Button></div>}
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      {telling.error && telling.error.code !== 'cancelled' && <Notice tone="needs-you" announce>{messages.errors.say(telling.error)}</Notice>}
      {telling.value && !telling.running && <Told told={telling.value} copies={copies} />}
      <Folded title={words.limitsTitle}><ul className="plain-list">{words.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul></Folded>
    </section>
  );
}

function Told({ told, copies }: { readonly told: CopyTold; readonly copies: readonly HandedCopy[] }) {
  const words = messages.recipients.tell;
  const of = [...new Set(told.signs.map(({ copyId }) => copyId))];
  const looked = words.looked(told.pagesLooked, told.pageCount);
  const unknown = told.unknownCodes.length > 0 ? <p>{words.unknown(told.unknownCodes.join(', '))}</p> : null;
  const file = <p className="small quiet"><bdi>{told.name}</bdi>{looked && `: ${looked}`}</p>;
  if (of.length === 0) {
    return (
      <Notice announce title={told.isLocked ? words.locked : words.nothing}>
        {!told.isLocked && <p>{words.nothingWords}</p>}{unknown}{file}
      </Notice>
    );
  }
  return (
    <div className="stack-tight" role="status">
      {of.length > 1 && <p><strong>{words.several}</strong></p>}
      {of.map((copyId) => <ToldCopy key={copyId} copy={copies.find(({ id }) => id === copyId)} signs={told.signs.filter((sign) => sign.copyId === copyId)} />)}
      {unknown}
      {file}
    </div>
  );
}

function ToldCopy({ copy, signs }: { readonly copy: HandedCopy | undefined; readonly signs: readonly CopySign[] }) {
  const words = messages.recipients;
  if (copy === undefined) return null;
  return (
    <Notice title={words.copyFor(copy.number, copy.to)}>
      <p className="small">{messages.dates.instant(copy.atUtc)}</p>
      <ul className="plain-list">
        {signs.map(({ by, pages, lines }) => <li key={by}><strong>{words.tell.sureness[by]}.</strong> {words.tell.how[by]} {lines ? words.tell.lines(lines.agreed, lines.of, lines.nextBest) : ''} {words.tell.onPages(pages)}</li>)}
      </ul>
      {signs.every(({ by }) => by.startsWith('foot')) && <p className="small">{words.tell.forged}</p>}
    </Notice>
  );
}
