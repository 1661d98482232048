import type { ComponentType } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { DeadlinesScreen } from '../features/deadlines/deadlines-screen';
import { TheirVersionScreen } from '../features/their-version/their-version-screen';
import { ViewTabs } from '../ui/view-tabs';
import { type CaseView, usePlaces } from './places';

/** Which screen stands at which view of the case: the one place to add one. A view without a screen has no tab. A screen reads where it is from usePlaces(). */
const screenOf: Partial<Record<CaseView, ComponentType>> = {
  deadlines: DeadlinesScreen,
  'counter-allegations': TheirVersionScreen,
};

const order: readonly CaseView[] = ['front', 'deadlines', 'counter-allegations', 'look-ups', 'patterns', 'gaps', 'narrative'];
const views = order.filter((view) => screenOf[view]);
const tabs = views.map((view) => ({ view, label: messages.caseEntry.views[view] }));

/** The place "Your case": its pages, one at a time. A view that has no screen leads to the first that has. */
export function CasePlace() {
  const { place, go } = usePlaces();
  const asked = place.name === 'case' ? place.view : 'front';
  const here = views.includes(asked) ? asked : (views[0] ?? 'front');
  const Screen = screenOf[here];
  return <ViewTabs label={messages.app.places.case} tabs={tabs} here={here} onGo={(view) => go({ name: 'case', view })}>{Screen && <Screen />}</ViewTabs>;
}
