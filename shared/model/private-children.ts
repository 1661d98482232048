import { z } from 'zod';

/** One thing in a copy that she tagged as belonging to private proceedings about a child (shared/outputs/gates/private-children.ts). `mark`: as an exhibit; null of what has none. */
export const PrivateChildrenThing = z.object({ name: z.string(), mark: z.string().nullable() });
export type PrivateChildrenThing = z.infer<typeof PrivateChildrenThing>;
