import type { ComponentType } from 'react';
import type { PlaceName } from './places';

/**
 * Which screen stands at which place: the only file that knows every feature. A place without a screen is not in the
 * rail. A screen reads where it is from usePlaces().
 */
export const screens: Partial<Record<PlaceName, ComponentType>> = {};
