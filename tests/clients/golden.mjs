// The golden cases of tests/api as values: calls, and what they must give. tests/web/golden.mjs
// reads them as exact text.
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';

import {kRoot} from './support.mjs';

export function goldenCases() {
    const root = join(kRoot, 'tests/api');
    const cases = [];
    for (const operation of readdirSync(root).sort()) {
        if (!statSync(join(root, operation)).isDirectory()) continue;
        for (const file of readdirSync(join(root, operation)).sort()) {
            if (!file.endsWith('.json')) continue;
            const golden = JSON.parse(readFileSync(join(root, operation, file), 'utf8'));
            if (!golden.expect) continue;  // the native suite says how to get it
            const name = file.slice(0, -'.json'.length);
            const bad = name.startsWith('bad-');
            cases.push({ setup: [], ...golden, operation, name, bad });
        }
    }
    return cases;
}
