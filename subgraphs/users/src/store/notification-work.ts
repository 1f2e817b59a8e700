import type { JobContract } from '@academy/platform/jobs';
import { z } from 'zod';

const payload = z.object({ notificationId: z.uuid() });

/** Brings one notification to its person by e-mail; its key is the same id. */
export const sendEmail: JobContract<z.infer<typeof payload>> = { name: 'send-email', payload };
