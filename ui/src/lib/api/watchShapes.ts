/** The shape of the list of watches, apart from the others: it is asked for beside the weather, not before it. */
import { list, object, time } from './check';
import type { Watch, WatchList } from './model';
import { place } from './shapes';

export const watchList = object<WatchList>({ watches: list(object<Watch>({ place, since: time })) });
