import { z } from 'zod';

/** How value is captured: by the market, by redistribution, by the community, by a third-party compensator (DOMAIN §7). */
export const CaptureFamily = z.enum(['market', 'redistribution', 'community', 'third-party']);
