// Prints the outcome of a scenario file as the shipped module plays it:
// `node tests/web/outcome.mjs FILE`.
import {readFileSync} from 'node:fs';

import {loadModule} from '../clients/support.mjs';

const picket = await (await loadModule()).loadPicket();
const played = picket.playScenario(readFileSync(process.argv[2], 'utf8'));
if (played.error) {
    console.error(played.error.message);
    process.exit(2);
}
process.stdout.write(played.text);
