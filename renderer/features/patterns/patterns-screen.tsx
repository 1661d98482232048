import type { ComponentType } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { type PatternsPart, usePlaces } from '../../app/places';
import { ViewTabs } from '../../ui/view-tabs';
import { BeforeAfterScreen } from './before-after-screen';
import { ConductScreen } from './conduct-screen';
import { OverTimeScreen } from './over-time-screen';
import { TurningPointsScreen } from './turning-points-screen';
import './patterns.css';

const screenOf: Readonly<Record<PatternsPart, ComponentType>> = { 'over-time': OverTimeScreen, 'before-after': BeforeAfterScreen, 'turning-points': TurningPointsScreen, conduct: ConductScreen };
const parts = Object.keys(screenOf) as PatternsPart[];

/** What her record counts, one page at a time. */
export function PatternsScreen() {
  const { place, go } = usePlaces();
  const part = (place.name === 'case' ? place.part : undefined) ?? 'over-time';
  const texts = messages.patterns;
  const Screen = screenOf[part];
  return <ViewTabs label={texts.partsLabel} tabs={parts.map((view) => ({ view, label: texts.parts[view] }))} here={part} onGo={(next) => go({ name: 'case', view: 'patterns', part: next })}><Screen /></ViewTabs>;
}
