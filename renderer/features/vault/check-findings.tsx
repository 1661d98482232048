import type { CheckFinding, CheckResult } from '../../../shared/contract/check-calls';
import { messages } from '../../../shared/messages/en-gb';
import { lockNow } from '../../app/leave';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import './check.css';

/** Documents that were found damaged or missing, by name, each one press away. */
export function DamagedDocuments({ findings }: { readonly findings: readonly CheckFinding[] }) {
  const texts = messages.check;
  const { go } = usePlaces();
  return (
    <ul className="check-list">
      {findings.map((each) => each.about === 'document' && (
        <li key={each.documentId}>
          <p><span className="check-name" dir="auto">{each.name}</span> · {texts.found[each.found]}</p>
          <Button tone="quiet" aria-label={`${texts.open}: ${each.name}`} onPress={() => go({ name: 'documents', documentId: each.documentId })}>{texts.open}</Button>
        </li>
      ))}
    </ul>
  );
}

/** How the newest finished check ended: all in order, or what is not, what is safe, and what to do. */
export function CheckOutcome({ result, isNew }: { readonly result: CheckResult; /** It ended while she was looking. */ readonly isNew: boolean }) {
  const texts = messages.check;
  const { findings, files, entries } = result;
  const over = messages.dates.over(result.beganUtc, result.endedUtc);
  if (findings.length === 0) return <Notice announce={isNew}>{texts.whole(over, files, entries)}</Notice>;
  const damaged = findings.filter((each) => each.about === 'document');
  const parts = (isMended: boolean) => findings.flatMap((each) => (each.about === 'part' && each.isMended === isMended ? [each.part] : []));
  const [mended, notMended] = [parts(true), parts(false)];
  return (
    <>
      {damaged.length > 0 && (
        <Notice tone="loss" title={texts.damagedTitle(damaged.length)} announce={isNew} actions={<Button onPress={() => void lockNow({ toJoin: true })}>{messages.backup.join.lockAndJoin}</Button>}>
          <div className="stack-tight"><DamagedDocuments findings={damaged} /><p>{texts.damagedNext}</p></div>
        </Notice>
      )}
      {notMended.length > 0 && <Notice tone="loss" title={texts.notMendedTitle} announce={isNew}>{texts.notMended(notMended)}</Notice>}
      {findings.map((each) => each.about === 'history' && <Notice key="history" tone="loss" title={texts.historyTitle} announce={isNew}>{texts.history(each.sequence)}</Notice>)}
      {mended.length > 0 && <Notice tone="needs-you" title={texts.mendedTitle} announce={isNew}>{texts.mended(mended)}</Notice>}
      <p className="quiet measure">{texts.restWhole(over, files - damaged.length, entries)}</p>
    </>
  );
}
