import type { JobContract } from '@academy/platform/jobs';
import { z } from 'zod';

const payload = z.object({ certificationId: z.uuid() });

/** What conocer says of the standard of one case is asked for, and again each day while its plan is open. Its key is the case. */
export const followStandard: JobContract<z.infer<typeof payload>> = { name: 'follow-standard', payload };
