import { useMemo, useState } from 'react';
import { bringingInMail as words } from '../../../shared/messages/en-gb/bringing-in-mail';
import { sayNumber } from '../../../shared/messages/plural';
import { everyMail, type LocationsFound, type MailChoice, type MailFound } from '../../../shared/model/source-preview';
import { showHidden } from '../../../shared/text/show-hidden';
import { Checkbox, RadioGroup } from '../../ui/choices';
import { Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { sayDaysFromTo } from '../../ui-record/say-when';

/** People of the list that are drawn at once. */
const mostShown = 30;
const any = '';

/** Whose, which and from when e-mails are kept. Null: none. */
export function ChooseMail({ found, choice, onChoice, complaint }: { found: MailFound; choice: MailChoice | null; onChoice: (choice: MailChoice | null) => void; complaint: boolean }) {
  const change = (part: Partial<MailChoice>): void => onChoice({ ...everyMail, ...choice, ...part });
  const which = choice === null ? 'none' : choice.addresses === null ? 'everyone' : 'some';
  const years = found.years.map(({ year }) => year).filter((year) => year !== '');
  const yearOptions = [{ value: any, label: words.anyYear }, ...years.map((year) => ({ value: year, label: year }))];
  return (
    <Section title={words.title}>
      <p>{[words.amount(found.mailCount), sayDaysFromTo(found.firstDay, found.lastDay), found.attachmentCount > 0 ? words.files(found.attachmentCount) : ''].filter((part) => part !== '').join(' · ')}</p>
      {found.remoteCount > 0 && <p className="quiet measure">{words.remote(found.remoteCount)} {found.trackingCount > 0 && words.tracking(found.trackingCount)}</p>}
      <RadioGroup
        label={words.which} value={which} onChange={(next) => (next === 'none' ? onChoice(null) : change({ addresses: next === 'everyone' ? null : [] }))}
        options={[{ value: 'everyone', label: words.everyone }, { value: 'some', label: words.some }, { value: 'none', label: words.none }]}
      />
      {choice !== null && choice.addresses !== null && <ChoosePeople found={found} chosen={choice.addresses} onChosen={(addresses) => change({ addresses })} complaint={complaint} />}
      {choice !== null && (
        <div className="column-picks">
          {years.length > 1 && <Select label={words.from} options={yearOptions} value={choice.fromDay.slice(0, 4)} onChange={(year) => change({ fromDay: year === any ? '' : `${year}-01-01` })} />}
          {years.length > 1 && <Select label={words.until} options={yearOptions} value={choice.untilDay.slice(0, 4)} onChange={(year) => change({ untilDay: year === any ? '' : `${year}-12-31` })} />}
          {found.labels.length > 0 && <Select label={words.label} options={[{ value: any, label: words.anyLabel }, ...found.labels.map(({ label, count }) => ({ value: label, label: `${showHidden(label)} (${sayNumber(count)})` }))]} value={choice.labels?.[0] ?? any} onChange={(label) => change({ labels: label === any ? null : [label] })} />}
        </div>
      )}
      {choice !== null && (choice.fromDay !== '' || choice.untilDay !== '') && <p className="quiet small">{words.undated}</p>}
    </Section>
  );
}

function ChoosePeople({ found, chosen, onChosen, complaint }: { found: MailFound; chosen: readonly string[]; onChosen: (addresses: string[]) => void; complaint: boolean }) {
  const [typed, setTyped] = useState('');
  const lower = typed.trim().toLowerCase();
  const fitting = useMemo(() => found.addresses.filter(({ address, name }) => chosen.includes(address) || `${name} ${address}`.toLowerCase().includes(lower)), [found, lower, chosen]);
  return (
    <div className="stack-tight" role="group" aria-label={words.people}>
      <TextField label={words.findPerson} hint={words.peopleHint} error={complaint ? words.needed : null} value={typed} onChange={setTyped} />
      {fitting.length === 0 && <p className="quiet" role="status">{words.nobody}</p>}
      {fitting.slice(0, mostShown).map(({ address, name, count, fromCount }) => (
        <Checkbox key={address} isSelected={chosen.includes(address)} onChange={(isChosen) => onChosen(isChosen ? [...chosen, address] : chosen.filter((one) => one !== address))} hint={words.ofPerson(count, fromCount)}>
          <bdi>{showHidden(name === '' ? address : `${name} <${address}>`)}</bdi>
        </Checkbox>
      ))}
      {fitting.length > mostShown && <p className="quiet small">{words.more(fitting.length - mostShown)}</p>}
    </div>
  );
}

/** Whether positions are kept; never chosen for her where something else was what she brought. */
export function ChooseLocations({ found, isChosen, onChosen }: { found: LocationsFound; isChosen: boolean; onChosen: (isChosen: boolean) => void }) {
  return (
    <Section title={words.locationsTitle}>
      <p>{[words.locations(found.claimCount), sayDaysFromTo(found.firstDay, found.lastDay)].filter((part) => part !== '').join(' ')}</p>
      <Checkbox isSelected={isChosen} onChange={onChosen} hint={words.locationsHint}>{words.keepLocations}</Checkbox>
    </Section>
  );
}
