import type { JobContract } from '@academy/platform/jobs';
import { z } from 'zod';

const payload = z.object({ certificationId: z.uuid() });

/** The plan of one case lapses once its last day is over. Its key is the case. */
export const lapsePlan: JobContract<z.infer<typeof payload>> = { name: 'lapse-plan', payload };
