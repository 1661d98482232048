import { z } from 'zod';
import { WayInKind } from '../../../shared/contract/ways-in-calls';
import { OpeningNotice } from '../../../shared/contract/program-calls';
import type { HistoryEntry } from '../../../shared/model/history';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { useHistory } from '../../ui-record/entry/use-history';
import './check.css';

const aPage = 30;

/** What was done with the vault itself, newest first: openings and what was told then, refused attempts, checks, ways in, backups. */
export function VaultHistory({ vaultId, upTo }: { readonly vaultId: string; /** The newest step of the history, so that what comes meanwhile shows. */ readonly upTo: number }) {
  const texts = messages.check.vaultHistory;
  const known = useHistory(vaultId, upTo, aPage);
  return (
    <Folded title={texts.title}>
      {known.entries.length === 0 && known.refused === null ? <p className="quiet">{texts.none}</p> : (
        <ol className="vault-history">
          {known.entries.map((entry) => {
            const { what, more: lines } = sayEntry(entry);
            return (
              <li key={entry.sequence}>
                <span className="quiet">{messages.dates.instant(entry.atUtc)}</span>
                <div><p dir="auto">{what}</p>{lines.map((line) => <p key={line} className="quiet small">{line}</p>)}</div>
              </li>
            );
          })}
        </ol>
      )}
      {known.refused && <Notice tone="needs-you" announce>{known.refused}</Notice>}
      {known.entries.length < known.total && <div className="row"><Button tone="quiet" onPress={() => void known.more()}>{texts.more}</Button></div>}
    </Folded>
  );
}

/** What such entries hold besides their kind; of any other nothing more is said. */
const Opened = z.object({ notices: z.array(OpeningNotice), notKept: z.array(z.string()).optional() });
const Attempt = z.object({ atUtc: z.string(), whileOpen: z.boolean().optional() });
const Checked = z.object({ beganUtc: z.string().optional(), files: z.number(), entries: z.number(), findings: z.array(z.unknown()), documents: z.array(z.unknown()) });
const Ended = z.object({ kind: WayInKind.exclude(['passphrase']) });
const Shares = z.object({ needed: z.number(), people: z.array(z.string()) });

function sayEntry({ kind, payload, atUtc }: HistoryEntry): { what: string; more: string[] } {
  const plain = messages.historyKinds[kind];
  const texts = messages.check.vaultHistory;
  const held: unknown = payload === null ? null : JSON.parse(payload);
  switch (kind) {
    case 'vault-opened': {
      const { notices = [], notKept } = Opened.safeParse(held).data ?? {};
      return { what: plain, more: [...(notKept ? [messages.unlock.notKept.entry(notKept)] : []), ...notices.map((notice) => messages.openingNotices[notice])] };
    }
    case 'attempt-refused': {
      const attempt = Attempt.safeParse(held).data;
      return attempt?.whileOpen === true ? { what: texts.refusedInside, more: [] } : { what: plain, more: attempt ? [texts.tried(messages.dates.instant(attempt.atUtc))] : [] };
    }
    case 'vault-checked': {
      const checked = Checked.safeParse(held).data;
      if (!checked) return { what: plain, more: [] };
      const { beganUtc, files, entries, documents, findings } = checked;
      return { what: plain, more: [texts.checked(files, entries, documents.length, findings.length), ...(beganUtc === undefined ? [] : [texts.checkedOver(messages.dates.over(beganUtc, atUtc))])] };
    }
    case 'way-in-removed': {
      const ended = Ended.safeParse(held).data;
      return { what: ended ? texts.ended[ended.kind] : plain, more: [] };
    }
    case 'shares-made': {
      const shares = Shares.safeParse(held).data;
      return { what: shares ? texts.sharesFor(shares.needed, shares.people) : plain, more: [] };
    }
    default: return { what: plain, more: [] };
  }
}
