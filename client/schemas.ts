import { z } from 'zod';

// The content security policy forbids code made from strings. A schema tries that when it is made, so this comes first.
z.config({ jitless: true });
