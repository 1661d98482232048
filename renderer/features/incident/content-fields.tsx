import { useEffect, useRef } from 'react';
import type { Incident } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { DatedField } from '../../ui/dated-field';
import { Section } from '../../ui/page';
import { TextArea, TextField } from '../../ui/text-field';
import { KindsField } from './kinds-field';
import { LinksField } from './links-field';
import { PeopleField } from './people-field';
import type { Draft } from './use-draft';

/** The blank page with its quiet fields below; for a draft and for an amendment alike. */
export function ContentFields({ draft, incident, onIncidentChanged }: { draft: Draft; incident: Incident; onIncidentChanged: (incident: Incident) => void }) {
  const texts = messages.incident;
  const { content, change, flush } = draft;
  const people = useAsk('people.list', {});
  const account = useRef<HTMLTextAreaElement>(null);
  const save = (): void => void flush();
  useEffect(() => {
    const area = account.current;
    if (!area) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
  }, []);
  return (
    <>
      <div className="writing"><TextArea areaRef={account} look="account" hideLabel label={texts.accountLabel} placeholder={texts.accountPlaceholder} value={content.account} onChange={(text) => change({ account: text })} onBlur={save} maxLength={1_000_000} /></div>
      <DatedField label={texts.happened} value={content.happened} onChange={(happened) => change({ happened })} onBlur={save} />
      <TextField label={texts.titleLabel} hint={texts.titleHint} value={content.title} onChange={(title) => change({ title })} onBlur={save} maxLength={300} autoComplete="off" />
      <TextField label={texts.where} hint={texts.whereHint} value={content.where} onChange={(where) => change({ where })} onBlur={save} maxLength={2000} autoComplete="off" />
      <Section title={texts.people}><PeopleField value={content.people} people={people.value?.people ?? []} onChange={(involved) => change({ people: involved })} onPeopleChanged={people.again} /></Section>
      <Section title={texts.kinds} description={texts.kindsHint}><KindsField value={content.kinds} onChange={(kinds) => change({ kinds })} /></Section>
      <TextArea label={texts.effectOnMe} hint={texts.effectOnMeHint} value={content.effectOnMe} onChange={(effectOnMe) => change({ effectOnMe })} onBlur={save} />
      <TextArea label={texts.effectOnChildren} value={content.effectOnChildren} onChange={(effectOnChildren) => change({ effectOnChildren })} onBlur={save} />
      <TextArea label={texts.whatNext} hint={texts.whatNextHint} value={content.whatNext} onChange={(whatNext) => change({ whatNext })} onBlur={save} />
      <DatedField label={texts.learned} hint={texts.learnedHint} value={content.learned} onChange={(learned) => change({ learned })} onBlur={save} />
      <Section title={texts.evidence}><LinksField incident={incident} onChanged={onIncidentChanged} /></Section>
      <div className="privileged"><TextArea label={texts.privileged} hint={texts.privilegedHint} value={content.privilegedNote} onChange={(privilegedNote) => change({ privilegedNote })} onBlur={save} /></div>
    </>
  );
}
