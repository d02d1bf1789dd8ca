/** The tests over a shell in which one promise is broken. All of them run: the named one must be among those that fail. */
import { withoutOne } from '../security/switched-off.ts';
import { SHELL_PROMISES } from './promises.ts';

export default withoutOne(SHELL_PROMISES, { bail: 0 });
