// The longest task of the page while a person works with 1 MB of text, imports 100 MB of rows and
// assesses a profile by two weeks of a thousand devices, in Chromium, as its own trace has it:
// tasks hold frames up, and 50 ms is the rule. Medians of some runs, beside the same with little,
// and the worst run. And what a key takes.
//
// node tests/bench/page_tasks.mjs [RUNS]
import {chooseOperation, intoEditor, open, sessionOf, Workbench} from '../web/browser.mjs';

const kRuns = Number(process.argv[2] ?? 5);
const kKeys = 60;  // one in each frame

// Milliseconds of the longest task on the main thread of a page.
async function longest(host, page, work) {
    await host.browser.startTracing(page, { categories: ['-*', 'toplevel'] });
    await work();
    const { traceEvents } = JSON.parse(await host.browser.stopTracing());
    const place = ({ pid, tid }) => `${pid}/${tid}`;
    const pages = new Set(traceEvents.filter(({ name, args }) =>
        name === 'thread_name' && args.name === 'CrRendererMain').map(place));
    const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') &&
        event.ph === 'X' && pages.has(place(event)));
    return Math.max(0, ...tasks.map(({ dur }) => dur)) / 1000;
}

async function measure(host, things) {
    const workbench = await Workbench.start(host);
    const { page } = workbench, keys = workbench.keys();
    await chooseOperation(workbench, 'LoadSession');
    await intoEditor(workbench);
    await keys.press('Control+a');
    const text = sessionOf(things);
    // Through the clipboard, so that nobody's text but the page's own is handled in its tasks.
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await workbench.rests(500);
    const out = { bytes: text.length };
    out.paste = await longest(host, page, async () => {
        await keys.press('Control+v');
        await workbench.rests(500);
    });
    out['run, keep'] = await longest(host, page, async () => {
        await keys.press('Control+Enter');
        await workbench.rests(1000);
        await page.waitForFunction(() => window.picket.kept());
    });
    await intoEditor(workbench);
    const began = performance.now();
    out.typing = await longest(host, page, async () => {
        for (let i = 0; i < kKeys; i++) {
            await keys.press('x');
            await page.evaluate(() => new Promise(requestAnimationFrame));
        }
        out.key = (performance.now() - began) / kKeys;
        await workbench.rests(500);
    });
    // Looking at the state costs more than what is measured: done once, afterwards.
    const state = await workbench.state();
    if (state.things !== things || state.payload.length !== text.length + kKeys)
        throw new Error('what was measured did not happen');
    await workbench.close();
    return out;
}

async function measureImport(host, megabytes) {
    const workbench = await Workbench.start(host);
    const { page } = workbench;
    await page.evaluate((size) => {
        const parts = ['time,thing,metric,value\n'];
        for (let bytes = 0, i = 0; bytes < size; bytes += parts[i].length, i++) {
            const rows = Array.from({ length: 1000 }, (_, k) =>
                `${1767225600 + i * 300},thing-${1000 + k},` +
                `aws:num-messages-sent,${(i * 7 + k) % 60}\n`);
            parts.push(rows.join(''));
        }
        window.file = new File(parts, 'rows.csv');
    }, megabytes * 1e6);
    await workbench.rests(2000);  // what the start of the page still does is not the import's
    const taken = await longest(host, page, async () => {
        await page.evaluate(() => {
            const data = new DataTransfer();
            data.items.add(window.file);
            window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
        });
        await page.waitForFunction(
            () => window.picket.state().importStep === 2, null,
            { timeout: 120_000, polling: 500 });
        await workbench.rests(300);
    });
    await workbench.close();
    return taken;
}

// Two weeks of a fleet that nobody watched: an assessment simulates all of it.
function unwatched(devices) {
    const start = Date.UTC(2026, 0, 1) / 1000, end = start + 14 * 86_400;
    const body = { fleetName: 'g', archetype: 'GATEWAY', count: devices };
    const journal = [{ id: 1, time: start, operation: 'CreateFleet', body }];
    return JSON.stringify({ session: {
        picketSession: 1,
        seed: 1,
        region: 'us-east-1',
        account: '123456789012',
        start,
        end,
        applied: 1,
        journal,
    } });
}
async function measureAssessment(host, devices) {
    const workbench = await Workbench.start(host);
    const { page } = workbench, keys = workbench.keys();
    const write = async (operation, text) => {
        await chooseOperation(workbench, operation);
        await intoEditor(workbench);
        await keys.press('Control+a');
        await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
        await keys.press('Control+v');
        await workbench.rests(500);
    };
    const run = async (operation) => {
        await keys.press('Control+Enter');
        await page.waitForFunction((wanted) => {
            const { responseOperation, status, working } = window.picket.state();
            return responseOperation === wanted && status === 200 && !working;
        }, operation, { timeout: 120_000, polling: 500 });
    };
    await write('LoadSession', unwatched(devices));
    await run('LoadSession');
    const metrics = ['aws:num-messages-sent', 'aws:num-messages-received', 'aws:all-bytes-out',
                     'aws:all-packets-out'];
    await write('AssessSecurityProfile', JSON.stringify({ behaviors: metrics.map((metric, i) => ({
        name: `b${i}`,
        metric,
        criteria: { comparisonOperator: 'less-than', value: { count: 1000 }, durationSeconds: 300 },
    })) }));
    const taken = await longest(host, page, () => run('AssessSecurityProfile'));
    await workbench.close();
    return taken;
}

const host = await open();
const small = [], large = [];
for (let run = 0; run < kRuns; ++run) {
    small.push({ ...await measure(host, 10),
                 import: await measureImport(host, 0.1),
                 assess: await measureAssessment(host, 10) });
    large.push({ ...await measure(host, 6000),
                 import: await measureImport(host, 100),
                 assess: await measureAssessment(host, 1000) });
}
await host.close();
const median = (runs, what) => runs.map((run) => run[what]).sort((a, b) => a - b)[kRuns >> 1];
console.log(`${small[0].bytes} B against ${large[0].bytes} B, an import of 100 kB against 100 MB,`);
console.log('an assessment of 10 devices against 1,000');
console.log('medians and the worst, milliseconds');
for (const what of ['paste', 'run, keep', 'typing', 'import', 'assess', 'key']) {
    const times = [median(small, what), median(large, what),
                   Math.max(...large.map((run) => run[what]))];
    console.log(what.padEnd(10), ...times.map((each) => each.toFixed(1).padStart(8)));
}
