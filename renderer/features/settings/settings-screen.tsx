import { useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Settings } from '../../../shared/model/settings';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { Checkbox, RadioGroup } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { Page, PageHeader, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { GapsChoice } from './gaps-choice';
import './settings.css';

const zooms = [80, 90, 100, 110, 125, 150, 175, 200];
const minutes = [1, 2, 3, 5, 10, 15, 30, 60];

/** Each choice is kept as it is made. */
export function SettingsScreen() {
  const texts = messages.settings;
  const { settings } = useProgram();
  const [error, setError] = useState<CallError | null>(null);
  const set = (part: Partial<Settings>): void => void ask('program.saveSettings', { ...settings, ...part }).then((result) => setError(result.ok ? null : result.error));
  return (
    <Page>
      <PageHeader title={texts.title} description={texts.open} />
      {error && <Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice>}
      <RadioGroup label={texts.theme} across value={settings.theme} options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: texts.themes[value] }))} onChange={(theme) => set({ theme })} />
      <div className="settings-narrow"><Select label={texts.zoom} value={String(settings.textZoomPercent)} options={[...new Set([...zooms, settings.textZoomPercent])].sort((a, b) => a - b).map((percent) => ({ value: String(percent), label: texts.zoomPercent(percent) }))} onChange={(percent) => set({ textZoomPercent: Number(percent) })} /></div>
      <div className="settings-narrow"><Select label={texts.idle} hint={texts.idleHint} value={String(settings.idleLockMinutes)} options={[...new Set([...minutes, settings.idleLockMinutes])].sort((a, b) => a - b).map((count) => ({ value: String(count), label: texts.idleMinutes(count) }))} onChange={(count) => set({ idleLockMinutes: Number(count) })} /></div>
      <Section title={texts.media}><Checkbox isSelected={settings.blurMedia} onChange={(blurMedia) => set({ blurMedia })} hint={texts.blurHint}>{texts.blur}</Checkbox></Section>
      <GapsChoice />
    </Page>
  );
}
