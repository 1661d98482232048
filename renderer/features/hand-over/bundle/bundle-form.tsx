import type { Ref } from 'react';
import { BundleProfileName } from '../../../../shared/model/bundle';
import { messages } from '../../../../shared/messages/en-gb';
import { bundleProfiles } from '../../../../shared/outputs/bundle/profiles';
import { DatedField } from '../../../ui/dated-field';
import { Folded } from '../../../ui/folded';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { type BundleAsked, fileMBOf, hearingDayOf, letterOf } from './bundle-asked';
import { GoesOnFrom } from './goes-on-from';

/** What the pages are for; of a court's bundle its letter and the day of the hearing, for cover and file name. */
export function BundleForm({ asked, onAsked, isOverLimit, permissionRef }: { readonly asked: BundleAsked; readonly onAsked: (asked: BundleAsked) => void; /** The pages that were made are more than the court takes: only then a permission is asked for. */ readonly isOverLimit: boolean; readonly permissionRef: Ref<HTMLInputElement> }) {
  const words = messages.bundle;
  const { profile, letter, hearing, permission } = asked;
  const most = profile === 'solicitor' ? null : bundleProfiles[profile].mostPages;
  const size = <TextField label={words.file.label} hint={words.file.hint} value={asked.fileMB} onChange={(text) => onAsked({ ...asked, fileMB: text })} maxLength={10} autoComplete="off" error={asked.fileMB.trim() !== '' && fileMBOf(asked) === null ? words.file.notANumber : null} />;
  return (
    <div className="stack">
      <Select label={words.what} options={BundleProfileName.options.map((value) => ({ value, ...words.profiles[value] }))} value={profile} onChange={(value) => onAsked({ ...asked, profile: value, continues: null })} />
      {profile !== 'solicitor' && (
        <>
          <p className="small measure">{words.court}</p>
          <GoesOnFrom asked={asked} onAsked={onAsked} />
          <TextField label={words.letter} hint={words.letterHint} value={letter} onChange={(typed) => onAsked({ ...asked, letter: letterOf(typed) })} autoComplete="off" />
          <DatedField label={words.hearing} hint={words.hearingHint} value={hearing} onChange={(value) => onAsked({ ...asked, hearing: value })} asksBasis={false} mayLieAhead />
          {hearing.edtf !== '' && hearingDayOf(asked) === '' && <p role="status" className="small">{words.hearingNeedsDay}</p>}
          {most !== null && (isOverLimit || permission !== '') && <TextField inputRef={permissionRef} label={words.permission} hint={words.permissionHint(most)} value={permission} onChange={(text) => onAsked({ ...asked, permission: text })} maxLength={200} autoComplete="off" />}
          {bundleProfiles[profile].needsOrder.length > 0 && <p className="small measure">{words.staysOut}</p>}
          <Folded level={2} title={words.sources}>
            <ul className="fact-list small">
              {bundleProfiles[profile].sources.map((source) => <li key={source.words}><strong>{source.isRead ? words.isRead : words.notRead}.</strong> {source.words}</li>)}
            </ul>
          </Folded>
        </>
      )}
      {profile === 'solicitor' ? <Folded level={2} title={words.file.fold} startsOpen={asked.fileMB !== ''}>{size}</Folded> : size}
    </div>
  );
}
