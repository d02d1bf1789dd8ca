/** zod would compile its checks with `new Function`, which the content security policy forbids. Imported before any schema. */
import { z } from 'zod';

z.config({ jitless: true });
