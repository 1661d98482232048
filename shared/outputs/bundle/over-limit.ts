import type { PlannedBundle } from '../../model/bundle';
import { bundleProfiles } from './profiles';

/** Whether a bundle is longer than its court takes, and no permission for it is named. */
export function isOverLimit({ profile, permission }: Pick<PlannedBundle, 'profile' | 'permission'>, pageCount: number): boolean {
  const { mostPages } = bundleProfiles[profile];
  return mostPages !== null && pageCount > mostPages && permission === '';
}
