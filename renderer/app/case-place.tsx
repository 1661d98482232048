import type { ComponentType } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { FrontScreen } from '../features/case-front/front-screen';
import { DeadlinesScreen } from '../features/deadlines/deadlines-screen';
import { GapsScreen } from '../features/gaps/gaps-screen';
import { LookUpsScreen } from '../features/look-ups/look-ups-screen';
import { NarrativeScreen } from '../features/narrative/narrative-screen';
import { PatternsScreen } from '../features/patterns/patterns-screen';
import { TheirVersionScreen } from '../features/their-version/their-version-screen';
import { ViewTabs } from '../ui/view-tabs';
import { type CaseView, usePlaces } from './places';
import { useAsk } from './use-ask';
import { useOnChange } from './use-on-change';

/** Which screen stands at which view of the case: the one place to add one. A view without a screen has no tab. A screen reads where it is from usePlaces(). */
const screenOf: Partial<Record<CaseView, ComponentType>> = {
  front: FrontScreen,
  deadlines: DeadlinesScreen,
  'counter-allegations': TheirVersionScreen,
  'look-ups': LookUpsScreen,
  patterns: PatternsScreen,
  gaps: GapsScreen,
  narrative: NarrativeScreen,
};

const order: readonly CaseView[] = ['front', 'deadlines', 'counter-allegations', 'look-ups', 'patterns', 'gaps', 'narrative'];
const views = order.filter((view) => screenOf[view]);

/** The place "Your case": its pages, one at a time. A view that has no screen leads to the first that has; what she turned off for good has no tab. */
export function CasePlace() {
  const { place, go } = usePlaces();
  const asked = place.name === 'case' ? place.view : 'front';
  const here = views.includes(asked) ? asked : (views[0] ?? 'front');
  const { value, again } = useAsk('case.gapsHidden', {});
  useOnChange(here, again);
  const Screen = screenOf[here];
  const tabs = views.filter((view) => view !== 'gaps' || here === 'gaps' || value?.isHidden === false).map((view) => ({ view, label: messages.caseEntry.views[view] }));
  return <ViewTabs label={messages.app.places.case} tabs={tabs} here={here} onGo={(view) => go({ name: 'case', view })}>{Screen && <Screen />}</ViewTabs>;
}
