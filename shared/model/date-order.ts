import { z } from 'zod';

/** Which of day, month and year comes first in dates written as three numbers. */
export const DateOrder = z.enum(['dmy', 'mdy', 'ymd']);
export type DateOrder = z.infer<typeof DateOrder>;
