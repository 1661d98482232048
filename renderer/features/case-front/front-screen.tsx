import type { ReactNode } from 'react';
import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { CaseFront, NamedEntry, SomeDeadlines } from '../../../shared/model/case/case-front';
import { type Place, usePlaces } from '../../app/places';
import { placeOfCase } from '../../app/place-of-case';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { todayHere } from '../../ui/dated-value';
import { Later } from '../../ui/later';
import { ListBox } from '../../ui/list-box';
import { Notice } from '../../ui/notice';
import { Page, PageHeader, Section } from '../../ui/page';
import { nameOfDeadline, sayDeadline } from '../../ui-record/say-deadline';
import './front.css';

/** What matters now: where things stand, by names and days alone, each a way in. */
export function FrontScreen() {
  const texts = messages.caseFront;
  const asked = useAsk('case.front', { today: todayHere() });
  const front = asked.value;
  return (
    <Page wide>
      <PageHeader title={texts.title} description={front && front.deadlines.lastToday > 0 ? texts.lastToday(front.deadlines.lastToday) : texts.lead} />
      {asked.error && <Notice tone="needs-you" announce>{messages.errors.say(asked.error)}</Notice>}
      {front && (
        <div className="front">
          <div className="front-column"><Deadlines front={front} /><Later><Drafts front={front} /><Inbox waiting={front.waiting} /><Backup /></Later></div>
          <div className="front-column"><LastEntries front={front} /><Later><Given front={front} /></Later></div>
        </div>
      )}
    </Page>
  );
}

function WayOn({ to, says = null, children }: { to: Place; says?: string | null; children: ReactNode }) {
  const { go } = usePlaces();
  return <div className="row">{says !== null && <span className="quiet">{says}</span>}<Button tone="quiet" onPress={() => go(to)}>{children}</Button></div>;
}

/** Every time limit that is not settled, also one that ended: it may still be asked for late. */
function Deadlines({ front: { deadlines: { running, ended, withoutDay } } }: { front: CaseFront }) {
  const texts = messages.caseFront;
  return (
    <>
      <Section title={texts.deadlines}>
        {running.first.length === 0 && <p className="quiet">{texts.noneToCome}</p>}
        <SomeLimits label={texts.deadlines} some={running} />
        <WayOn to={{ name: 'case', view: 'deadlines' }}>{texts.allDeadlines}</WayOn>
      </Section>
      {ended.first.length > 0 && <Section title={texts.ended} description={texts.endedHint}><SomeLimits label={texts.ended} some={ended} /></Section>}
      {withoutDay.first.length > 0 && <Later><Section title={texts.withoutDay} description={texts.withoutDayHint}><SomeLimits label={texts.withoutDay} some={withoutDay} /></Section></Later>}
    </>
  );
}

function SomeLimits({ label, some: { first, further } }: { label: string; some: SomeDeadlines }) {
  const { go } = usePlaces();
  const today = todayHere();
  if (first.length === 0) return null;
  return (
    <>
      <ListBox
        label={label} openId={null} onOpen={(entryId) => go({ name: 'case', view: 'deadlines', entryId })}
        entries={first.map((deadline) => ({ id: deadline.id, title: nameOfDeadline(deadline), detail: [deadline.status === 'draft' ? messages.caseFront.draft : '', sayDeadline(deadline, today)].filter(Boolean).join(' · ') }))}
      />
      {further > 0 && <p className="quiet small">{messages.caseFront.moreDeadlines(further)}</p>}
    </>
  );
}

function placeOf({ id, caseKind }: NamedEntry): Place {
  return caseKind === null ? { name: 'chronology', open: { subject: 'incident', id } } : placeOfCase(caseKind, id);
}

function Named({ label, entries, detail }: { label: string; entries: readonly NamedEntry[]; detail: (entry: NamedEntry) => string }) {
  const { go } = usePlaces();
  const all = entries.map((entry) => ({ entry, key: `${entry.caseKind ?? ''} ${entry.id}` }));
  return (
    <ListBox
      label={label} openId={null} onOpen={(key) => { const found = all.find((one) => one.key === key); if (found) go(placeOf(found.entry)); }}
      entries={all.map(({ entry, key }) => ({ id: key, title: entry.title || messages.caseFront.unnamed, detail: [messages.caseFront.kinds[entry.caseKind ?? 'incident'], sayDate(entry.happened), detail(entry)].filter(Boolean).join(' · ') }))}
    />
  );
}

function LastEntries({ front: { lastEntries } }: { front: CaseFront }) {
  const texts = messages.caseFront;
  const times = new Map(lastEntries.map(({ id, firstRecordedUtc }) => [id, firstRecordedUtc]));
  return (
    <Section title={texts.lastEntries}>
      {lastEntries.length === 0 ? <p className="quiet">{texts.noEntries}</p> : <Named label={texts.lastEntries} entries={lastEntries} detail={({ id }) => texts.recorded(messages.dates.instant(times.get(id) ?? ''))} />}
      <WayOn to={{ name: 'chronology' }}>{texts.toChronology}</WayOn>
    </Section>
  );
}

function Drafts({ front: { drafts } }: { front: CaseFront }) {
  const texts = messages.caseFront;
  const amendments = new Set(drafts.newest.filter(({ isAmendment }) => isAmendment).map(({ id }) => id));
  const further = drafts.total - drafts.newest.length;
  return (
    <Section title={texts.drafts}>
      {drafts.newest.length === 0 ? <p className="quiet">{texts.noDrafts}</p> : <Named label={texts.drafts} entries={drafts.newest} detail={({ id }) => (amendments.has(id) ? texts.amendment : texts.draft)} />}
      {further > 0 && <p className="quiet small">{texts.moreDrafts(further)}</p>}
    </Section>
  );
}

function Given({ front: { given, exported } }: { front: CaseFront }) {
  const texts = messages.caseFront;
  const { go } = usePlaces();
  const handed = [
    ...given.map(({ contactId, title, happened, what, total }) => ({ id: contactId, title: [...what.filter((one) => one !== ''), ...(total > what.length ? [texts.andMore(total - what.length)] : [])].join(', ') || title || texts.unnamed, detail: [sayDate(happened), title].filter(Boolean).join(' · ') })),
    ...exported.map(({ id, atUtc, caseName, pageCount }) => ({ id, title: caseName || texts.toHandOver, detail: texts.exported(pageCount, messages.dates.instant(atUtc)) })),
  ];
  return (
    <Section title={texts.given}>
      {handed.length === 0 ? <p className="quiet">{texts.noGiven}</p> : <ListBox label={texts.given} openId={null} onOpen={(id) => go(exported.some((one) => one.id === id) ? { name: 'hand-over' } : placeOfCase('contact', id))} entries={handed} />}
      <WayOn to={{ name: 'hand-over' }}>{texts.toHandOver}</WayOn>
    </Section>
  );
}

function Inbox({ waiting }: { waiting: number }) {
  const texts = messages.caseFront;
  return <Section title={texts.inbox}><WayOn says={texts.waiting(waiting)} to={{ name: 'inbox' }}>{texts.toInbox}</WayOn></Section>;
}

function Backup() {
  const texts = messages.caseFront;
  const { value } = useAsk('backup.places', {});
  if (!value) return null;
  const newest = value.places.map(({ lastUtc }) => lastUtc ?? '').sort().at(-1) ?? '';
  return <Section title={texts.backup}><WayOn says={newest === '' ? texts.noBackup : texts.backupAt(messages.dates.instant(newest))} to={{ name: 'vault' }}>{texts.toVault}</WayOn></Section>;
}
