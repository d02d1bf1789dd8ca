/** The tests over a program in which one protection is switched off. */
import { PROTECTIONS } from './protections.ts';
import { withoutOne } from './switched-off.ts';

export default withoutOne(PROTECTIONS, { bail: 1 });
