import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract';
import type { WayIn } from '../../../shared/contract/ways-in-calls';
import { messages } from '../../../shared/messages/en-gb';
import { ago } from '../../../shared/messages/en-gb/backup';
import { daysSince } from '../../app/days-since';
import { Button } from '../../ui/button';
import { goToSection } from '../../ui/page';
import { type VaultFacts, vaultSections } from './vault-facts';

export interface VaultSummaryProps {
  readonly known: VaultFacts;
  readonly check: CallOutput<'check.state'> | null;
  readonly places: CallOutput<'backup.places'>['places'] | null;
  readonly ways: readonly WayIn[] | null;
  /** null: it cannot be changed now. */
  readonly onChangePassphrase: (() => void) | null;
}

/** What she comes here for, in a line each: is my record safe, when was the last backup, how do I change my passphrase, who else can open it. */
export function VaultSummary({ known, check, places, ways, onChangePassphrase }: VaultSummaryProps) {
  const texts = messages.vault.summary;
  const passphrase = ways?.find(({ kind }) => kind === 'passphrase');
  const go = (label: string, section: string): ReactNode => <Button tone="quiet" onPress={() => goToSection(section)}>{label}</Button>;
  const rows: readonly { name: string; says: ReactNode; action: ReactNode }[] = [
    { name: texts.record, says: check && sayRecord(known, check), action: go(texts.toCheck, vaultSections.check) },
    { name: texts.backups, says: places && sayNewest(places), action: go(texts.toBackups, vaultSections.backups) },
    { name: texts.passphrase, says: passphrase && messages.waysIn.made(messages.dates.day(passphrase.madeUtc)), action: !known.readOnly && onChangePassphrase && <Button tone="quiet" onPress={onChangePassphrase}>{texts.change}<span className="visually-hidden">: {texts.passphrase}</span></Button> },
    { name: texts.opens, says: ways && sayWays(ways), action: go(texts.toWaysIn, vaultSections.waysIn) },
  ];
  return <dl className="vault-summary">{rows.map(({ name, says, action }) => <div key={name}><dt>{name}</dt><dd dir="auto">{says}</dd><dd>{action}</dd></div>)}</dl>;
}

function sayRecord(known: VaultFacts, { underWay, last }: CallOutput<'check.state'>): string {
  const texts = messages.vault.summary;
  if (known.readOnly) return texts.readOnly;
  if (underWay?.isRunning) return texts.checking;
  if (last === null) return texts.wholeOpened;
  const over = messages.dates.over(last.beganUtc, last.endedUtc);
  if (last.findings.length === 0) return texts.wholeChecked(over);
  return last.findings.every((each) => each.about === 'part' && each.isMended) ? texts.mended(over) : texts.damaged(messages.dates.day(last.endedUtc));
}

function sayNewest(places: NonNullable<VaultSummaryProps['places']>): string {
  const texts = messages.vault.summary;
  const isGone = ({ reachable, holdsBackup }: typeof places[number]): boolean => reachable && !holdsBackup;
  const made = places.flatMap((place) => (place.lastUtc === null ? [] : [{ ...place, lastUtc: place.lastUtc }])).sort((a, b) => (a.lastUtc < b.lastUtc ? 1 : -1));
  const newest = made.find((place) => !isGone(place));
  if (newest) return texts.lastBackup(ago(daysSince(newest.lastUtc)), newest.name);
  const found = places.find(({ holdsBackup }) => holdsBackup);
  if (found) return texts.foundBackup(found.name);
  return made[0] ? texts.goneBackup(made[0].name) : texts.noBackup;
}

function sayWays(ways: readonly WayIn[]): string {
  const texts = messages.vault.summary;
  const shares = ways.find(({ kind }) => kind === 'shared-key')?.shares ?? null;
  return texts.whoever((['passphrase', 'recovery-code', 'key-file'] as const).filter((each) => ways.some(({ kind }) => kind === each)).map((each) => texts.ways[each]), shares && (shares.areAllShown ? texts.together(shares.needed, shares.people.length) : texts.notAllShown));
}
