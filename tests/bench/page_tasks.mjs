// The longest task of the page while a person works with 1 MB of text, in Chromium, beside the same
// with a small one: tasks hold frames up, and 50 ms is the rule. Shorter ones the browser does not
// report. And what a key takes, in times what it takes in a small text, measured in the same run.
//
// node tests/bench/page_tasks.mjs
import {
    chooseOperation, intoEditor, longestTask, open, paste, sessionOf, watchTasks, Workbench
} from '../web/browser.mjs';

const kKeys = 60;  // one in each frame

async function longest(page, work) {
    await watchTasks(page);
    await work();
    return longestTask(page);
}

async function measure(host, things) {
    const workbench = await Workbench.start(host);
    const { page } = workbench;
    await chooseOperation(workbench, 'LoadSession');
    await intoEditor(workbench);
    await workbench.keys().press('Control+a');
    const text = sessionOf(things);
    const out = { bytes: text.length };
    out.paste = await longest(page, async () => {
        await paste(page, text);
        await workbench.rests(500);
    });
    out.run = await longest(page, async () => {
        await workbench.keys().press('Control+Enter');
        await workbench.rests(1500);
    });
    await intoEditor(workbench);
    const began = performance.now();
    out.typing = await longest(page, async () => {
        for (let i = 0; i < kKeys; i++) {
            await workbench.keys().press('x');
            await page.evaluate(() => new Promise(requestAnimationFrame));
        }
        out.perKey = (performance.now() - began) / kKeys;
        await workbench.rests(500);
    });
    // Looking at the state costs more than what is measured: done once, afterwards.
    const state = await workbench.state();
    if (state.things !== things || state.payload.length !== text.length + kKeys)
        throw new Error('what was measured did not happen');
    await workbench.close();
    return out;
}

const host = await open();
const small = await measure(host, 10), large = await measure(host, 6000);
await host.close();
console.log(`${small.bytes} B against ${large.bytes} B, milliseconds`);
const task = (ms) => (ms === 0 ? 'under 50' : ms.toFixed(0)).padStart(10);
for (const what of ['paste', 'run', 'typing'])
    console.log(`${what.padEnd(8)} ${task(small[what])} ${task(large[what])}`);
const keys = [small.perKey, large.perKey].map((each) => each.toFixed(1).padStart(10));
console.log(`a key    ${keys.join(' ')}   ${(large.perKey / small.perKey).toFixed(1)} times`);
