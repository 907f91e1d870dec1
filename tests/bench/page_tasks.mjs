// What the longest task of the page takes while a person works with 1 MB of text, in Chromium, in
// times what the same takes with a small one, measured in the same run. Tasks hold frames up: 50 ms
// is the rule. A browser reports only tasks from 50 ms on, so small ones are timed from frame to
// frame.
//
// node tests/bench/page_tasks.mjs
import {chooseOperation, intoEditor, open, paste, sessionOf, Workbench} from '../web/browser.mjs';

const kKeys = 60;  // one in each frame

// The longest time without a turn of the page's own queue, in milliseconds, while `work` goes on.
async function longest(page, work) {
    await page.evaluate(() => {
        const { port1, port2 } = new MessageChannel();
        window.gap = 0;
        window.watched = true;
        let last = performance.now();
        port1.onmessage = () => {
            const now = performance.now();
            window.gap = Math.max(window.gap, now - last);
            last = now;
            if (window.watched) port2.postMessage(0);
        };
        port2.postMessage(0);
    });
    await work();
    return page.evaluate(() => {
        window.watched = false;
        return window.gap;
    });
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
            await page.waitForTimeout(16);
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
for (const what of ['paste', 'run', 'typing', 'perKey']) {
    const figures = [small[what], large[what]].map((each) => each.toFixed(1).padStart(7));
    const times = (large[what] / small[what]).toFixed(1);
    console.log(`${what.padEnd(8)} ${figures.join(' ')}   ${times} times`);
}
