// The size check: what a visitor downloads, compressed, against the budgets of
// web/size_budget.json.
//
// size.mjs FOLDER...
//     prints each file and the change since the recorded size; exit code 1 over a budget.
// size.mjs --record FOLDER...
//     writes the sizes seen now into the budget file.
//
// Files are looked for in the folders in their order.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

const kBudget = 'web/size_budget.json';
const args = process.argv.slice(2);
const record = args[0] === '--record';
const folders = record ? args.slice(1) : args;
const budget = JSON.parse(readFileSync(kBudget, 'utf8'));
let over = false;

function measure(name) {
    const path =
        folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate));
    if (!path) throw new Error(`${name} is in none of ${folders.join(', ')}`);
    const bytes = readFileSync(path);
    return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

function row(name, raw, gzip, note = '') {
    const columns = [name.padEnd(22), String(raw).padStart(9), String(gzip).padStart(9)];
    console.log(`  ${columns.join(' ')}  ${note}`.trimEnd());
}

row('', 'bytes', 'gzip');
for (const [part, entry] of Object.entries(budget)) {
    const files = entry.files.map(measure);
    for (const file of files) row(file.name, file.raw, file.gzip);
    const raw = files.reduce((sum, file) => sum + file.raw, 0);
    const gzip = files.reduce((sum, file) => sum + file.gzip, 0);
    const delta = gzip - entry.gzip_recorded;
    const change = `${delta < 0 ? '' : '+'}${delta} since recorded`;
    const verdict =
        gzip > entry.gzip_max ? `OVER the budget of ${entry.gzip_max}` : `of ${entry.gzip_max}`;
    row(part, raw, gzip, `${verdict}, ${change}`);
    over ||= gzip > entry.gzip_max;
    entry.gzip_recorded = gzip;
}
if (record) writeFileSync(kBudget, `${JSON.stringify(budget, null, 4)}\n`);
process.exitCode = over ? 1 : 0;
